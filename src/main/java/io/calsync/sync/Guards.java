package io.calsync.sync;

import io.calsync.domain.EventType;
import io.calsync.domain.Link;
import io.calsync.domain.Message;
import io.calsync.domain.Row;
import io.calsync.domain.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a look at Cal.com may not cause without a manager's word, because a wrong key, team or server looks just like
/// it. Pure.
final class Guards {
    private Guards() {}

    /// @param identity of the connection that the agreements were made with, empty before the first
    static Optional<Guard> inspect(List<Row> rows, List<EventType> listed, Connection connection,
            Optional<String> identity) {
        var linked = rows.stream().filter(row -> row.link().linked()).toList();
        if (linked.isEmpty()) return Optional.empty();
        if (identity.isPresent() && !identity.get().equals(connection.identity())) {
            return Optional
                    .of(guard(stranger(identity.get(), connection), Message.of("guard.identity.would", linked.size()),
                            Message.of("guard.identity.then", linked.size()), ids(linked)));
        }
        return listed.isEmpty() ? empty(linked) : compared(linked, byId(listed));
    }

    /// What tells this connection from the one before: the server, else the account, else whose event types are meant.
    private static Message stranger(String before, Connection now) {
        var parts = List.of(before.split("\\|", 3));
        if (!parts.getFirst().equals(now.server().toString()))
            return Message.of("guard.identity.server", now.server(), parts.getFirst());
        var account = now.account();
        return parts.get(1).equals(Long.toString(account.id()))
                ? Message.of("guard.identity.scope", now.scope(), parts.getLast())
                : Message.of("guard.identity.account", account.username(), Long.toString(account.id()), parts.get(1));
    }

    private static Optional<Guard> empty(List<Row> linked) {
        if (linked.stream().allMatch(row -> row.link().state() == Link.State.GONE)) return Optional.empty();
        return Optional.of(deleted(Message.of("guard.empty.saw", linked.size()), ids(linked)));
    }

    private static Optional<Guard> compared(List<Row> linked, Map<Long, EventType> listed) {
        var present = linked.stream().filter(row -> row.link().state() == Link.State.PRESENT).toList();
        var missing =
                present.stream().filter(row -> !listed.containsKey(row.link().eventTypeId())).map(Row::id).toList();
        if (missing.size() > Math.max(3, linked.size() / 5)) {
            var saw = Message.of("guard.missing.saw", missing.size(), linked.size());
            return Optional.of(deleted(saw, missing));
        }
        var changed = present.stream().filter(row -> changed(row, listed.get(row.link().eventTypeId()))).map(Row::id)
                .toList();
        if (changed.size() > Math.max(5, linked.size() / 2)) {
            var saw = Message.of("guard.changed.saw", changed.size(), linked.size());
            return Optional.of(guard(saw, Message.of("guard.changed.would", changed.size()),
                    Message.of("guard.changed.then", changed.size()), changed));
        }
        return Optional.empty();
    }

    /// Whether Cal.com moved away both from what was last seen and from what was agreed on.
    private static boolean changed(Row row, @Nullable EventType now) {
        if (now == null || row.calcom().equals(Values.NONE)) return false;
        var after = row.seen(now);
        return !after.calcom().equals(row.calcom()) && !row.differing().containsAll(after.differing());
    }

    private static Guard deleted(Message saw, List<Long> services) {
        return guard(saw, Message.of("guard.deleted.would", services.size()),
                Message.of("guard.deleted.then", services.size()), services);
    }

    private static Guard guard(Message saw, Message wouldDo, Message then, List<Long> services) {
        int sum = 31 * saw.hashCode() + services.hashCode();
        return new Guard(String.format("%06x", sum & 0xffffff), saw, wouldDo, then, services);
    }

    private static List<Long> ids(List<Row> rows) {
        return rows.stream().map(Row::id).toList();
    }

    private static Map<Long, EventType> byId(List<EventType> listed) {
        return listed.stream().collect(Collectors.toMap(EventType::id, Function.identity(), (first, second) -> first));
    }
}
