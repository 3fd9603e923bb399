package io.calsync.domain;

import static io.calsync.domain.Samples.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for any values, patches and changes. The same seed makes the same rows.
class RandomRowsTest {
    private static final int ROWS = Integer.getInteger("rows", 200);
    private static final List<String> TEXTS =
            List.of("", "a", "b", "Ä 💇", "x: y, \"z\"", "one\ntwo", "null", "NOT_HELD");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void valuesReadBackWhatTheyEncodeAndEqualAsTheyRead(long seed) {
        var random = generator(seed);
        for (int i = 0; i < ROWS; i++) {
            var values = values(random);
            var back = Values.decoded(values.encoded());
            assertEquals(values, back);
            assertEquals(values.hashCode(), back.hashCode());
            assertEquals(values.toString(), back.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void aPatchBetweenTwoValuesChangesJustWhatDiffersAndBringsOneToTheOther(long seed) {
        var random = generator(seed);
        for (int i = 0; i < ROWS; i++) {
            var from = values(random);
            var to = values(random);
            var patch = Patch.between(from, to);
            var patched = patch.on(from);
            for (Field field : Field.values()) {
                boolean wanted = to.has(field) && !to.get(field).equals(from.raw(field));
                assertEquals(wanted, patch.fields().contains(field), field.key());
                assertEquals(to.has(field) ? to.raw(field) : from.raw(field), patched.raw(field));
            }
            assertTrue(Patch.between(patched, to).isEmpty(), "a second time there is nothing to do");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void whatASideDoesNotSayIsFilledFromWhatWasKnown(long seed) {
        var random = generator(seed);
        for (int i = 0; i < ROWS; i++) {
            var said = values(random);
            var known = values(random);
            var merged = said.over(known);
            for (Field field : Field.values())
                assertEquals(said.raw(field) == null ? known.raw(field) : said.raw(field), merged.raw(field));
            assertEquals(merged, merged.over(known));
            assertEquals(said, said.over(Values.NONE));
            assertEquals(known, Values.NONE.over(known));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10, 11, 12})
    void theChangesBetweenAnyTwoRowsPlayedOnTheFirstGiveTheSecondAndBackwardsTheFirst(long seed) {
        var random = generator(seed);
        for (int i = 0; i < ROWS; i++) {
            var before = row(random);
            var after = row(random);
            assertSameImages(after, Change.replay(before, Change.between(before, after)));
            assertSameImages(before, Change.replay(after, Change.between(after, before)));
            assertEquals(List.of(), Change.between(before, before));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {13, 14})
    void everyChangeTellsADifferenceAndTheTwoDirectionsMirrorEachOther(long seed) {
        var random = generator(seed);
        for (int i = 0; i < ROWS; i++) {
            var before = row(random);
            var after = row(random);
            var forth = Change.between(before, after);
            for (Change change : forth) assertNotEquals(change.from(), change.to());
            var mirrored = forth.stream().map(c -> new Change(c.field(), c.aspect(), c.to(), c.from())).toList();
            assertEquals(mirrored, Change.between(after, before));
        }
    }

    /// Whatever a row holds: it has one status, nothing protected is due, and what is due differs from Cal.com's value.
    @ParameterizedTest
    @ValueSource(longs = {15, 16, 17})
    void anyRowHasAnOutlook(long seed) {
        var random = generator(seed);
        for (int i = 0; i < ROWS; i++) {
            var row = row(random);
            var outlook = Outlook.of(row, Rules.DEFAULT);
            assertTrue(Field.synced().containsAll(outlook.due().fields()));
            outlook.due().to().forEach((field, value) -> {
                assertNotEquals(value, row.calcom().raw(field));
                assertEquals(row.base().raw(field), row.calcom().raw(field), "the law");
                assertTrue(field.type().beyondLimits(value).isEmpty() && field.mapping().writable());
            });
            assertEquals(outlook.bookable(), outlook.notBookable().isEmpty());
            assertTrue(outlook.status() != SyncStatus.SYNCED || outlook.due().isEmpty() && outlook.open().isEmpty());
        }
    }

    @Test
    void aPatchKeepsJustTheFieldsAskedFor() {
        var patch = new Patch(Map.of(Field.NAME, "A", Field.DURATION, 30L));
        assertEquals(Patch.of(Field.NAME, "A"), patch.only(Set.of(Field.NAME, Field.SLUG)));
        assertEquals(Patch.NONE, patch.only(Set.of()));
        assertTrue(Patch.NONE.isEmpty());
        assertEquals(Patch.of(Field.NAME, "A"), Patch.of(Field.NAME, "  A "), "in canonical form");
    }

    @Test
    void aFieldThatLeftTheRegistryIsPassedOverWhenItIsRead() {
        var texts = new HashMap<String, @Nullable String>();
        texts.put("name", "Cut");
        texts.put("price", null);
        texts.put("colour", "blue");
        var values = Values.decoded(texts);
        assertEquals(Values.NONE.with(Field.NAME, "Cut").with(Field.PRICE, Values.NOT_HELD), values);
        assertFalse(values.has(Field.PRICE));
    }

    private static void assertSameImages(Row expected, Row played) {
        assertEquals(expected.base(), played.base());
        assertEquals(expected.platform(), played.platform());
        assertEquals(expected.calcom(), played.calcom());
        assertEquals(expected.link().state(), played.link().state());
        assertEquals(expected.link().eventTypeId(), played.link().eventTypeId());
        assertEquals(expected.link().keepWaiting(), played.link().keepWaiting());
    }

    private static Row row(RandomGenerator random) {
        var row = Row.of(1, values(random));
        if (random.nextInt(5) == 0) return row;
        row = row.linked(1 + random.nextInt(3));
        if (random.nextInt(5) == 0) return row;
        row = row.seen(new EventType(row.link().eventTypeId(), 0, values(random), Map.of(), at(1), List.of()));
        if (random.nextInt(3) > 0) row = row.withImages(values(random), row.platform(), row.calcom());
        for (Field field : fields(random)) row = changed(row, field, random);
        if (random.nextInt(6) > 0) return row;
        row = row.missing(row.link().eventTypeId(), at(9));
        return random.nextBoolean() ? row : row.keepingWaiting();
    }

    private static Row changed(Row row, Field field, RandomGenerator random) {
        if (!row.calcom().has(field) || !row.platform().has(field)) return row;
        var patch = new Patch(Map.of(field, row.platform().get(field)));
        return switch (random.nextInt(4)) {
            case 0 -> row.base().has(field) ? row.sending(patch, at(2)) : row;
            case 1 -> row.refused(patch, Message.of("refusal.rejected", field, "no"), at(3));
            case 2 -> row.decided(Map.of(field, Choice.values()[random.nextInt(3)]), at(4));
            default -> row.overridden(field, new FieldFacts.OwnPolicy(Policy.values()[random.nextInt(4)], "so"), at(5));
        };
    }

    private static Set<Field> fields(RandomGenerator random) {
        var fields = EnumSet.noneOf(Field.class);
        for (Field field : Field.synced()) if (random.nextInt(4) == 0) fields.add(field);
        return fields;
    }

    private static Values values(RandomGenerator random) {
        var values = Values.NONE;
        for (Field field : Field.values()) values = values.with(field, value(field, random));
        return values;
    }

    private static @Nullable Object value(Field field, RandomGenerator random) {
        int kind = random.nextInt(8);
        if (kind == 0) return null;
        if (kind == 1) return Values.NOT_HELD;
        return switch (field.type()) {
            case FieldType.Text _ -> TEXTS.get(random.nextInt(TEXTS.size()));
            case FieldType.Minutes _ -> (long) random.nextInt(-1, 4) * 60;
            case FieldType.Amount _ -> new Money(random.nextInt(3) * 505L, random.nextInt(4) == 0 ? "JPY" : "EUR");
            case FieldType.Flag _ -> random.nextBoolean();
        };
    }

    private static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("SplittableRandom").create(seed);
    }
}
