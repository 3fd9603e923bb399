package io.calsync.domain;

import static io.calsync.domain.Samples.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.calsync.domain.FieldFacts.Intent;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.FieldFacts.Pair;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldFactsTest {
    @Test
    void aLostValueIsRememberedOnceUntilItArrives() {
        var lost = FieldFacts.NONE.missing(1L).missing(2L).missing(1L);
        assertEquals(List.of(2L, 1L), lost.missed());
        assertEquals(List.of(2L), lost.arrived(1L).missed());
        assertEquals(List.of(2L, 1L), lost.arrived(3L).missed());
    }

    @Test
    void theNewestEightLostValuesAreRemembered() {
        var lost = FieldFacts.NONE;
        for (long value = 1; value <= 10; value++) lost = lost.missing(value);
        assertEquals(LongStream.rangeClosed(3, 10).<Object>mapToObj(value -> value).toList(), lost.missed());
    }

    @Test
    void aValueOnItsWayMayStillArriveAfterTheDifferenceIsSettledOrAccepted() {
        var sent = FieldFacts.NONE.with(new Intent(1, 60L, 45L, at(0)));
        assertEquals(List.of(45L), sent.settled().missed());
        assertNull(sent.settled().intent());
        assertEquals(List.of(45L), sent.accepting(new Pair(45L, 60L)).missed());
        assertEquals(sent, sent.agreed(), "agreed while it is under way");
    }

    @ParameterizedTest
    @CsvSource({"CALCOM_WINS, ''", "LEAVE_ALONE, hidden on purpose"})
    void anOwnPolicyReadsBackFromTheTrail(Policy policy, String reason) {
        var own = new OwnPolicy(policy, reason);
        assertEquals(own, OwnPolicy.parse(own.text()));
        assertNull(OwnPolicy.parse(null));
    }
}
