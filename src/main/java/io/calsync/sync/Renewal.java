package io.calsync.sync;

import io.calsync.domain.Row;
import io.calsync.domain.Rules;
import java.util.LinkedHashMap;

/// A connection was made anew: what the one before refused, delayed or took no value for may be tried again.
public record Renewal(Rows rows, Memory memory) {
    public void begin(Cause cause) throws ProblemException {
        if (!memory.rules().readOnly().isEmpty()) memory.rules(Rules::allWritable, cause);
        var steps = new LinkedHashMap<Long, Rows.Step>();
        for (Row row : rows.all()) if (!row.retried().equals(row)) steps.put(row.id(), Row::retried);
        rows.updateAll(cause, steps);
    }
}
