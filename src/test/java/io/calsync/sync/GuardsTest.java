package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a look may cause without a manager's word, exactly at the limits and one beyond.
class GuardsTest {
    private static final Optional<String> KNOWN = Optional.of(Looks.CONNECTION.identity());

    private static Optional<Guard> inspect(List<Row> rows, List<EventType> listed) {
        return Guards.inspect(rows, listed, Looks.CONNECTION, KNOWN);
    }

    private static String saw(Optional<Guard> guard) {
        return guard.map(stopped -> stopped.saw().key()).orElse("");
    }

    /// The first `changed` event types have another name, the others are as agreed.
    private static List<EventType> changed(int changed, int services) {
        return LongStream.rangeClosed(1, services).mapToObj(id -> Looks.answer(id,
                id <= changed ? Looks.values(id).with(Field.NAME, "Overwritten") : Looks.values(id), 60)).toList();
    }

    @ParameterizedTest(name = "{1} of {0} may be missing, one more may not")
    @CsvSource({"4, 3", "10, 3", "15, 3", "19, 3", "20, 4", "24, 4", "25, 5", "100, 20"})
    void moreThanThreeAndMoreThanAFifthNewlyMissingStops(int services, int allowed) {
        var rows = Looks.allAgreed(services);
        var stranger = Looks.listed(900, 900);
        for (int missing : new int[]{0, 1, allowed, allowed + 1}) {
            var listed = Stream.concat(Looks.listed(missing + 1L, services).stream(), stranger.stream()).toList();
            var guard = inspect(rows, listed);
            assertEquals(missing > allowed ? "guard.missing.saw" : "", saw(guard), missing + " missing");
            guard.ifPresent(stopped -> {
                assertEquals(Message.of("guard.missing.saw", allowed + 1, services), stopped.saw());
                assertEquals(Message.of("guard.deleted.would", allowed + 1), stopped.wouldDo());
            });
        }
    }

    @ParameterizedTest(name = "{1} of {0} may change, one more may not")
    @CsvSource({"6, 5", "10, 5", "11, 5", "12, 6", "13, 6", "100, 50"})
    void moreThanFiveAndMoreThanHalfChangedAtOnceStops(int services, int allowed) {
        var rows = Looks.allAgreed(services);
        assertEquals("", saw(inspect(rows, changed(allowed, services))));
        var stopped = inspect(rows, changed(allowed + 1, services)).orElseThrow();
        assertEquals(Message.of("guard.changed.saw", allowed + 1, services), stopped.saw());
        assertEquals(Message.of("guard.changed.would", allowed + 1), stopped.wouldDo());
    }

    @Test
    void aFirstLookAtNewLinksIsNoChange() {
        var rows = LongStream.rangeClosed(1, 20).mapToObj(Looks::linked).toList();
        assertEquals("", saw(inspect(rows, changed(20, 20))));
    }

    @Test
    void anOpenQuestionThatMovesOnAndAPushThatArrivedAreNoNewChange() {
        var open = Looks.allAgreed(12).stream()
                .map(row -> row.seen(Looks.answer(row.id(), Looks.values(row.id()).with(Field.NAME, "First"), 30)))
                .toList();
        assertEquals("", saw(inspect(open, changed(12, 12))));
        var pushed = Looks.allAgreed(12).stream().map(row -> Looks.edited(row, Field.NAME, "Overwritten")).toList();
        assertEquals("", saw(inspect(pushed, changed(12, 12))));
    }

    @Test
    void whatIsKnownToBeGoneIsNotMissedAgain() {
        var rows = new ArrayList<>(Looks.allAgreed(20));
        for (int i = 0; i < 10; i++) rows.set(i, rows.get(i).missing(101 + i, Looks.START.plusSeconds(5)));
        assertEquals("", saw(inspect(rows, Looks.listed(11, 20))));
        assertEquals("", saw(inspect(rows, Looks.listed(15, 20))), "four newly missing of twenty");
        assertEquals("guard.missing.saw", saw(inspect(rows, Looks.listed(16, 20))));
    }

    @Test
    void anEmptyListStopsHoweverFewAreLinkedUnlessAllAreKnownToBeGone() {
        var one = Looks.allAgreed(1);
        var stopped = inspect(one, List.of()).orElseThrow();
        assertEquals(Message.of("guard.empty.saw", 1), stopped.saw());
        assertEquals("", saw(inspect(List.of(one.getFirst().missing(101, Looks.START.plusSeconds(5))), List.of())));
        assertEquals("", saw(inspect(List.of(Row.of(1, Looks.values(1))), List.of())), "nothing is linked");
    }

    @Test
    void anotherServerAccountOrScopeStopsBeforeAnythingElseIsCompared() {
        var rows = Looks.allAgreed(2);
        var elsewhere = Optional.of("http://calcom.test/v2|2|user");
        var stopped = Guards.inspect(rows, List.of(), Looks.CONNECTION, elsewhere).orElseThrow();
        assertEquals("guard.identity.account", stopped.saw().key());
        assertEquals(Message.of("guard.identity.would", 2), stopped.wouldDo());
        assertEquals(List.of(1L, 2L), stopped.services());
        assertEquals("guard.identity.server",
                saw(Guards.inspect(rows, List.of(), Looks.CONNECTION, Optional.of("http://other.test/v2|1|user"))));
        assertEquals("guard.identity.scope",
                saw(Guards.inspect(rows, List.of(), Looks.CONNECTION, Optional.of("http://calcom.test/v2|1|team:5"))));
        var listed = Looks.listed(1, 2);
        assertEquals("", saw(Guards.inspect(rows, listed, Looks.CONNECTION, Optional.empty())), "the first connection");
        assertEquals("", saw(Guards.inspect(List.of(), listed, Looks.CONNECTION, elsewhere)), "nothing was agreed on");
    }

    @Test
    void theSameSightHasTheSameCodeAndAnotherOneAnother() {
        var rows = Looks.allAgreed(20);
        var firstFive = Looks.listed(6, 20);
        var lastFive = Looks.listed(1, 15);
        var codes = new HashSet<String>();
        for (var listed : List.of(firstFive, lastFive, Looks.listed(7, 20), changed(11, 20), changed(12, 20),
                List.<EventType>of())) {
            var code = inspect(rows, listed).orElseThrow().code();
            assertEquals(code, inspect(rows, listed).orElseThrow().code());
            assertTrue(code.matches("[0-9a-f]{6}"), code);
            codes.add(code);
        }
        assertEquals(6, codes.size(), "also as many others missing are another sight");
        assertNotEquals(inspect(Looks.allAgreed(3), List.of()), inspect(Looks.allAgreed(4), List.of()));
    }
}
