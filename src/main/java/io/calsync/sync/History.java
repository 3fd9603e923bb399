package io.calsync.sync;

import io.calsync.domain.Aspect;
import io.calsync.domain.Change;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Row;
import io.calsync.domain.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The audit trail and the way back.
public final class History {
    private final Session session;

    public History(Session session) {
        this.session = session;
    }

    /// Entries, newest first.
    public List<AuditEntry> entries(Journal.Query query) throws ProblemException {
        return session.journal().entries(query);
    }

    /// Recomputes the whole chain.
    public Journal.Verification verify() throws ProblemException {
        return session.journal().verify();
    }

    /// Why an entry cannot be undone; null where it can.
    public static @Nullable Message notUndoable(AuditEntry entry) {
        return switch (entry.cause().source()) {
            case DECISION -> movesLink(entry) ? Message.of("undo.link-moved") : nothing(entry);
            case EDIT, UNDO -> nothing(entry);
            case IMPORT, LINK -> Message.of("undo.unlink-instead");
            case PLATFORM, PUSH, DRIFT, POLICY, GUARD, RUN -> Message.of("undo.not-a-persons");
        };
    }

    /// What the Platform's values would become, one sentence per field.
    public static List<Message> preview(AuditEntry entry) {
        var sentences = new ArrayList<Message>();
        for (Change change : values(entry)) {
            var key = change.aspect() == Aspect.BASE ? "undo.reopens" : "undo.restores";
            sentences.add(Message.of(key, Objects.requireNonNull(change.field()),
                    Objects.requireNonNullElse(change.from(), "")));
        }
        return sentences;
    }

    /// Undoes a person's entry, as a new entry. A decision's question opens again; an edit's old values come back and are
    /// due at Cal.com.
    ///
    /// @throws ProblemException with [Problem.Stale] where a value has moved since
    public ServiceView undo(long seq) throws ProblemException {
        session.mayEdit();
        var entry = session.journal().entry(seq).orElseThrow(() -> refusal(Message.of("undo.unknown", seq)));
        var obstacle = notUndoable(entry);
        if (obstacle != null) throw refusal(obstacle);
        if (entry.cause().source() == Cause.Source.DECISION) session.mayDecide();
        session.update(entry.serviceId(), session.cause(Cause.Source.UNDO), row -> undone(row, entry));
        return session.view(entry.serviceId());
    }

    private Row undone(Row row, AuditEntry entry) throws ProblemException {
        var base = row.base();
        var platform = row.platform();
        for (Change change : values(entry)) {
            var field = Objects.requireNonNull(change.field());
            if (change.aspect() == Aspect.BASE) {
                base = base.with(field, decoded(field, change.from()));
            } else {
                if (!Objects.equals(row.platform().raw(field), decoded(field, change.to()))) {
                    throw new ProblemException(new Problem.Stale(entry.service()));
                }
                platform = platform.with(field, decoded(field, change.from()));
            }
        }
        var now = session.clock().instant();
        return entry.cause().source() == Cause.Source.DECISION ? row.restored(base, platform, now)
                : row.edited(platform, now);
    }

    private static @Nullable Message nothing(AuditEntry entry) {
        return values(entry).isEmpty() ? Message.of("undo.nothing") : null;
    }

    /// The answer to a deleted event type; what both sides agreed on went with the link.
    private static boolean movesLink(AuditEntry entry) {
        return entry.changes().stream().anyMatch(change -> change.aspect() == Aspect.LINK);
    }

    private static List<Change> values(AuditEntry entry) {
        boolean decision = entry.cause().source() == Cause.Source.DECISION;
        return entry.changes().stream()
                .filter(change -> change.aspect() == Aspect.PLATFORM || decision && change.aspect() == Aspect.BASE)
                .toList();
    }

    private static @Nullable Object decoded(Field field, @Nullable String text) {
        if (text == null) return null;
        return text.equals(Change.NOT_HELD) ? Values.NOT_HELD : field.type().decode(text);
    }

    private static ProblemException refusal(Message why) {
        return new ProblemException(new Problem.NotPossible(why));
    }
}
