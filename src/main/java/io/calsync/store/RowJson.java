package io.calsync.store;

import io.calsync.domain.Attempt;
import io.calsync.domain.Link;
import io.calsync.domain.Row;
import io.calsync.domain.Times;
import io.calsync.domain.Values;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row as the columns of `calsync_rows`. Times keep their full precision as ISO text; what holds nothing is null.
final class RowJson {
    /// The columns in the order of [#columns], `service_id` and `version` apart.
    static final String COLUMNS =
            "link_state, event_type_id, link_seen, link_gone_since, link_keep_waiting, images, facts, attempt, times";

    private RowJson() {}

    static @Nullable Object[] columns(Row row) {
        var link = row.link();
        return new @Nullable Object[]{
                link.state().name(),
                link.eventTypeId(),
                text(link.seen()),
                text(link.goneSince()),
                link.keepWaiting(),
                ImagesJson.write(row),
                row.facts().isEmpty() ? null : FactsJson.write(row.facts()),
                row.attempt().equals(Attempt.NONE) ? null : Json.write(row.attempt()),
                row.times().equals(Times.NONE) ? null : Json.write(row.times())
        };
    }

    /// @param columns by name; without `version` no row is kept yet, and nothing is known of the service
    /// @throws Json.Unreadable where somebody else wrote into them
    static Row row(long id, Columns columns) {
        if (!(columns.get("version") instanceof Long version)) return Row.of(id, Values.NONE);
        try {
            return read(id, version, columns);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Json.Unreadable("unreadable row of service " + id, e);
        }
    }

    private static Row read(long id, long version, Columns columns) {
        var row = new Row(
                id,
                link(columns),
                Values.NONE,
                Values.NONE,
                Values.NONE,
                columns.get("facts") instanceof String facts ? FactsJson.read(facts) : Map.of(),
                columns.get("attempt") instanceof String attempt ? Json.read(attempt, Attempt.class) : Attempt.NONE,
                columns.get("times") instanceof String times ? Json.read(times, Times.class) : Times.NONE,
                version);
        return ImagesJson.read(String.valueOf(columns.get("images")), row);
    }

    private static Link link(Columns columns) {
        return new Link(
                Link.State.valueOf(String.valueOf(columns.get("link_state"))),
                columns.get("event_type_id") instanceof Long id ? id : 0,
                instant(columns.get("link_seen")),
                instant(columns.get("link_gone_since")),
                Boolean.TRUE.equals(columns.get("link_keep_waiting")));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static @Nullable Instant instant(@Nullable Object text) {
        return text == null ? null : Instant.parse(text.toString());
    }
}
