package io.calsync.sync;

import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Row;
import io.calsync.domain.Service;
import io.calsync.domain.Values;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// Rows and lists for tests of what follows from one look. The event type of service n is 100 + n.
final class Looks {
    static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    static final Connection CONNECTION =
            new Connection(URI.create("http://calcom.test/v2"), new Account(1, "ann", "a@b.test"), new Scope.User());

    private Looks() {}

    static Values values(long id) {
        return Values.NONE.with(Field.NAME, "Service " + id).with(Field.DURATION, 30L).with(Field.ACTIVE, true)
                .with(Field.SLUG, "service-" + id);
    }

    static Row linked(long id) {
        return Row.of(id, values(id)).linked(100 + id);
    }

    static Row agreed(long id) {
        return linked(id).seen(answer(id, values(id), 0));
    }

    static List<Row> allAgreed(int services) {
        return LongStream.rangeClosed(1, services).mapToObj(Looks::agreed).toList();
    }

    static Row edited(Row row, Field field, Object value) {
        return row.edited(row.platform().with(field, value), START.plusSeconds(10));
    }

    static EventType answer(long id, Values values, int second) {
        return new EventType(100 + id, 0, values, Map.of(), START.plusSeconds(second), List.of());
    }

    /// The event types of services `from` to `to` as agreed.
    static List<EventType> listed(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(id -> answer(id, values(id), 60)).toList();
    }

    static List<Service> services(List<Row> rows) {
        return rows.stream().map(row -> new Service(1, "", "EUR", row)).toList();
    }
}
