package io.calsync.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.calsync.domain.Aspect;
import io.calsync.domain.Change;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.sync.AuditEntry;
import io.calsync.sync.Cause;
import io.calsync.sync.Operator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of the audit trail as its columns hold it; the hash covers every one of them and the hash of the line before.
///
/// @param at       to the microsecond, which is what the column keeps
/// @param what     JSON, null where the changes say it all
/// @param changes  JSON
/// @param previous the hash of the line before, "" for the first
record Entry(
        long seq,
        Instant at,
        String source,
        String operator,
        String osUser,
        String role,
        String run,
        String note,
        long serviceId,
        String service,
        @Nullable String what,
        String changes,
        String previous,
        String hash) {
    private static final TypeReference<List<@Nullable ChangeJson>> CHANGES = new TypeReference<>() {};

    /// How one change is kept.
    private record ChangeJson(@Nullable String field, Aspect aspect, @Nullable String from, @Nullable String to) {
        static ChangeJson of(Change change) {
            return new ChangeJson(change.field() == null ? null : change.field().key(), change.aspect(), change.from(),
                    change.to());
        }

        static Change change(@Nullable ChangeJson kept) {
            if (kept == null) throw new IllegalArgumentException("no change");
            var field = kept.field == null ? null : Field.of(kept.field).orElse(null);
            return new Change(field, kept.aspect, kept.from, kept.to);
        }
    }

    /// The next line of the trail.
    static Entry after(
            Trail.Head head, Instant now, Cause cause, long serviceId, String service, @Nullable Message what,
            List<Change> changes) {
        var operator = cause.operator();
        var open = new Entry(
                head.entries() + 1,
                now.truncatedTo(ChronoUnit.MICROS),
                cause.source().name(),
                operator.name(),
                operator.osUser(),
                operator.role().name(),
                cause.run(),
                cause.note(),
                serviceId,
                service,
                what == null ? null : Json.write(what),
                Json.write(changes.stream().map(ChangeJson::of).toList()),
                head.hash(),
                "");
        return open.withHash(open.digest());
    }

    /// @throws Json.Unreadable where somebody else wrote into it
    AuditEntry audit() {
        try {
            var who = new Cause(Cause.Source.valueOf(source),
                    new Operator(operator, osUser, Operator.Role.valueOf(role)), run, note);
            var sentence = what == null ? null : Json.read(what, Message.class);
            var list = Json.read(changes, CHANGES).stream().map(ChangeJson::change).toList();
            return new AuditEntry(seq, at, who, serviceId, service, sentence, list, hash);
        } catch (IllegalArgumentException e) {
            throw new Json.Unreadable("unreadable entry " + seq, e);
        }
    }

    /// SHA-256 over the texts of all columns, each led by its length, so that nothing can move from one to the next.
    String digest() {
        var text = new StringBuilder();
        for (Object part : new @Nullable Object[]{
                previous, seq, at, source, operator, osUser, role, run, note, serviceId, service, what, changes
        }) {
            String column = String.valueOf(part);
            text.append(part == null ? -1 : column.length()).append(':').append(column).append('\n');
        }
        return HexFormat.of().formatHex(sha256().digest(bytes(text.toString())));
    }

    private Entry withHash(String newHash) {
        return new Entry(
                seq, at, source, operator, osUser, role, run, note, serviceId, service, what, changes, previous,
                newHash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// UTF-8, except for text that has none: half a pair of surrogates would become a question mark there, and so be
    /// exchangeable for one.
    private static byte[] bytes(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (text.equals(new String(utf8, StandardCharsets.UTF_8))) return utf8;
        var units = ByteBuffer.allocate(2 * text.length());
        units.asCharBuffer().put(text);
        return units.array();
    }
}
