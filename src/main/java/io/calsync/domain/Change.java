package io.calsync.domain;

import io.calsync.domain.FieldFacts.Doubt;
import io.calsync.domain.FieldFacts.Intent;
import io.calsync.domain.FieldFacts.Pair;
import io.calsync.domain.FieldFacts.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One changed value of one row, as the audit trail keeps it. Played back in order, the changes of the aspects
/// [Aspect#PLATFORM], [Aspect#CALCOM], [Aspect#BASE] and [Aspect#LINK] give the row's present state.
///
/// @param field null where the change concerns the row as a whole
/// @param from  the text form before, null where nothing was known
/// @param to    the text form after, null where nothing is known any more
public record Change(@Nullable Field field, Aspect aspect, @Nullable String from, @Nullable String to) {
    /// The text form of [Values#NOT_HELD]. A text that begins with the same sign is led by one more.
    public static final String NOT_HELD = "\0not held";

    private static final String SIGN = NOT_HELD.substring(0, 1);
    private static final String ACCEPTED = "accepted ";

    /// All that differs between two states of one row, in the registry's order.
    public static List<Change> between(Row before, Row after) {
        var changes = new ArrayList<Change>();
        add(changes, null, Aspect.LINK, text(before.link()), text(after.link()));
        for (Field field : Field.values()) {
            add(changes, field, Aspect.PLATFORM, text(field, before.platform()), text(field, after.platform()));
            add(changes, field, Aspect.CALCOM, text(field, before.calcom()), text(field, after.calcom()));
            add(changes, field, Aspect.BASE, text(field, before.base()), text(field, after.base()));
            add(changes, field, Aspect.FACT, facts(before.facts(field)), facts(after.facts(field)));
            add(changes, field, Aspect.POLICY, policy(before.facts(field)), policy(after.facts(field)));
        }
        return List.copyOf(changes);
    }

    /// Whether a person chose to live with the difference of the field.
    public boolean accepts() {
        return aspect == Aspect.FACT && to != null && (to.startsWith(ACCEPTED) || to.contains(", " + ACCEPTED));
    }

    /// The value before, as the row holds it; null where nothing was known.
    public @Nullable Object before() {
        return value(from);
    }

    /// The value after, as the row holds it; null where nothing is known any more.
    public @Nullable Object after() {
        return value(to);
    }

    /// The row's images and link after the given changes, played on `row`.
    public static Row replay(Row row, List<Change> changes) {
        for (Change change : changes) row = change.on(row);
        return row;
    }

    private Row on(Row row) {
        return switch (aspect) {
            case PLATFORM -> row.withImages(row.base(), on(row.platform()), row.calcom());
            case CALCOM -> row.withImages(row.base(), row.platform(), on(row.calcom()));
            case BASE -> row.withImages(on(row.base()), row.platform(), row.calcom());
            case LINK -> row.withLink(link(to));
            case FACT, POLICY -> row;
        };
    }

    private Values on(Values values) {
        return values.with(Objects.requireNonNull(field), after());
    }

    private @Nullable Object value(@Nullable String text) {
        if (text == null) return null;
        if (text.equals(NOT_HELD)) return Values.NOT_HELD;
        return Objects.requireNonNull(field).type().decode(text.startsWith(SIGN) ? text.substring(1) : text);
    }

    private static void add(List<Change> changes, @Nullable Field field, Aspect aspect, @Nullable String from,
            @Nullable String to) {
        if (!Objects.equals(from, to)) changes.add(new Change(field, aspect, from, to));
    }

    private static @Nullable String text(Field field, Values values) {
        Object value = values.raw(field);
        if (value == null) return null;
        if (Values.NOT_HELD.equals(value)) return NOT_HELD;
        String text = field.type().encode(value);
        return text.startsWith(SIGN) ? SIGN + text : text;
    }

    private static @Nullable String text(Link link) {
        return link.linked() ? link.state() + " " + link.eventTypeId() + (link.keepWaiting() ? " waiting" : "") : null;
    }

    private static Link link(@Nullable String text) {
        if (text == null) return Link.NONE;
        var parts = text.split(" ", 3);
        return new Link(Link.State.valueOf(parts[0]), Long.parseLong(parts[1]), null, null, parts.length > 2);
    }

    private static @Nullable String policy(FieldFacts facts) {
        return facts.own() instanceof FieldFacts.OwnPolicy own ? own.text() : null;
    }

    private static @Nullable String facts(FieldFacts facts) {
        var parts = new ArrayList<String>();
        if (facts.intent() instanceof Intent sent) parts.add("sent " + sent.value());
        if (!facts.missed().isEmpty()) parts.add("missed " + facts.missed());
        if (facts.refusal() instanceof Refusal refusal) parts.add("refused " + refusal.seen().platform());
        if (facts.doubt() instanceof Doubt doubt) parts.add("doubted " + doubt.calcom());
        if (facts.accepted() instanceof Pair pair) parts.add(ACCEPTED + pair.platform() + " / " + pair.calcom());
        return parts.isEmpty() ? null : String.join(", ", parts);
    }
}
