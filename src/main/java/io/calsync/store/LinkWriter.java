package io.calsync.store;

import io.calsync.domain.Message;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.util.HashMap;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Writes which event type a service belongs to into the Platform's table, where no two services may have the same; one
/// that was deleted still holds its own.
final class LinkWriter {
    private final Handle handle;

    LinkWriter(Handle handle) {
        this.handle = handle;
    }

    /// Links that end come before links that begin, so that an event type can change hands in one transaction.
    void write(List<Saved> rows) throws ProblemException {
        var ended = new Statements(handle);
        for (Saved saved : rows) {
            if (!saved.known().link().linked()) continue;
            ended.add("update services set calcom_event_type_id = null where id = ?", saved, saved.row().id());
        }
        ended.execute();

        var begun = rows.stream().filter(saved -> saved.row().link().linked()).toList();
        checkFree(begun);
        var statements = new Statements(handle);
        for (Saved saved : begun) {
            statements.add("update services set calcom_event_type_id = ? where id = ?", saved, id(saved),
                    saved.row().id());
        }
        statements.execute();
    }

    /// @throws ProblemException that names the service which has one of the event types already
    private void checkFree(List<Saved> begun) throws ProblemException {
        var holders = new HashMap<String, String>();
        for (List<Saved> some : Parts.of(begun)) {
            handle.createQuery("select calcom_event_type_id, name from services where calcom_event_type_id in (<ids>)")
                    .bindList("ids", some.stream().map(LinkWriter::id).toList())
                    .map((row, _) -> holders.put(row.getString(1), row.getString(2)))
                    .list();
        }
        for (Saved saved : begun) {
            String holder = holders.putIfAbsent(id(saved), saved.record().name());
            if (holder != null)
                throw new ProblemException(new Problem.NotPossible(Message.of("link.held", id(saved), holder)));
        }
    }

    private static String id(Saved saved) {
        return Long.toString(saved.row().link().eventTypeId());
    }
}
