package io.calsync.sync;

import static io.calsync.sync.Trouble.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.Money;
import io.calsync.domain.Policy;
import io.calsync.domain.SyncStatus;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Histories of policies, limits and accepted differences, one sentence each.
class FixedPolicyHistoriesTest {
    @TestFactory
    Stream<DynamicTest> all() {
        return Stream.concat(policies(), many());
    }

    private static Stream<DynamicTest> policies() {
        return Story.all(
                new Story("16 leave alone on one service is lifted after months", world -> {
                    world.person.setsOwnPolicy(1, Field.NAME, new OwnPolicy(Policy.LEAVE_ALONE, "hidden on purpose"));
                    movedApart(world);
                    world.person.setsPolicy(Field.NAME, Policy.PLATFORM_WINS);
                    world.person.setsOwnPolicy(1, Field.NAME, new OwnPolicy(Policy.LEAVE_ALONE, ""));
                    world.later();
                    assertFirstLink(world);
                }),
                new Story("17 leave alone in the whole workspace is lifted after months", world -> {
                    world.person.setsPolicy(Field.NAME, Policy.LEAVE_ALONE);
                    movedApart(world);
                    var policies = new Policies(world.session);
                    assertEquals(1, policies.preview(Field.NAME, Policy.PLATFORM_WINS).count(PolicyPreview.Effect.ASK));
                    world.person.setsPolicy(Field.NAME, Policy.PLATFORM_WINS);
                    world.later();
                    assertFirstLink(world);
                }),
                new Story("18 somebody's automation pulls the other way: three overwrites a day, then a person",
                        world -> {
                            world.person.setsPolicy(Field.NAME, Policy.PLATFORM_WINS);
                            for (int time = 0; time < 6; time++) world.drift();
                            world.assertEnd("Theirs", SyncStatus.CONFLICT, 3);
                            assertEquals("doubt.policy-fight", world.why(Field.NAME));
                        }),
                new Story("19 a charged price that differs is accepted, never sent, and asked about when it moves",
                        world -> {
                            charged(world, "60.00 EUR");
                            assertEquals("open.first-link", world.why(Field.PRICE));
                            world.person.decides(1, Choice.ACCEPT);
                            world.later();
                            world.assertEnd("Service 1", SyncStatus.SYNCED, 0);
                            charged(world, "61.00 EUR");
                            world.assertEnd("Service 1", SyncStatus.CONFLICT, 0);
                        }),
                new Story("20 a value beyond our limits is not taken, whatever the policy", world -> {
                    world.person.setsPolicy(Field.DURATION, Policy.CALCOM_WINS);
                    world.calcom.edit(101, Field.DURATION, 1_000_000L);
                    world.later();
                    assertEquals(30L, world.row(1).platform().get(Field.DURATION));
                    world.assertEnd("Service 1", SyncStatus.CONFLICT, 0);
                }),
                new Story("21 a value of the Platform's pages beyond our limits is not pushed", world -> {
                    var cause = world.session.cause(Cause.Source.PLATFORM);
                    world.workspace.update(1, cause,
                            row -> row.edited(row.platform().with(Field.DURATION, 0L), world.clock.instant()));
                    world.later();
                    world.assertEnd("Service 1", SyncStatus.ERROR, 0);
                }));
    }

    private static Stream<DynamicTest> many() {
        return Story.all(new Story("22 a policy is set over 200 open conflicts", 200, world -> {
            for (long id = 1; id <= 200; id++) world.calcom.edit(100 + id, Field.NAME, "Theirs " + id);
            var stopped = assertThrows(ProblemException.class, world::sync);
            world.engine.sync(World.passing(((Problem.Stopped) stopped.problem()).guard()), Progress.NONE);
            var policies = new Policies(world.session);
            assertEquals(200, policies.preview(Field.NAME, Policy.PLATFORM_WINS).count(PolicyPreview.Effect.PUSH));
            world.person.setsPolicy(Field.NAME, Policy.PLATFORM_WINS);
            world.later();
            assertEquals(200, world.calcom.writes.size());
            for (long id = 1; id <= 200; id++) assertEquals(SyncStatus.SYNCED, world.status(id));
        }),
                new Story("36 a policy takes nothing that the read by id did not show", world -> {
                    world.person.setsPolicy(Field.NAME, Policy.CALCOM_WINS);
                    world.calcom.edit(101, Field.NAME, "Theirs");
                    world.calcom.readFaults.addAll(List.of(NONE, Trouble.KEY_ABSENT));
                    world.sync();
                    assertEquals("Service 1", world.row(1).platform().text(Field.NAME));
                    assertEquals("problem.unreadable-answer", world.reason(1));
                    world.later();
                    assertEquals("Theirs", world.row(1).platform().text(Field.NAME));
                }),
                new Story("37 a decision on values that moved meanwhile is not applied", world -> {
                    world.drift();
                    world.moments.after(1, () -> world.rename("Balayage"));
                    var stale = assertThrows(ProblemException.class, () -> world.person.decides(1, Choice.CALCOM));
                    assertEquals("problem.stale", stale.problem().message().key());
                    assertEquals("Balayage", world.row(1).platform().text(Field.NAME));
                }));
    }

    private static void movedApart(World world) throws ProblemException {
        world.clock.advance(Duration.ofDays(120));
        world.edit(1, Field.NAME, "Balayage");
        world.calcom.edit(101, Field.NAME, "Theirs");
        world.later();
        world.assertEnd("Theirs", SyncStatus.SYNCED, 0);
    }

    private static void assertFirstLink(World world) throws ProblemException {
        world.assertEnd("Theirs", SyncStatus.CONFLICT, 0);
        assertEquals("open.first-link", world.why(Field.NAME));
    }

    private static void charged(World world, String price) throws ProblemException {
        var ours = Money.parse("55.00 EUR");
        if (!ours.equals(world.row(1).platform().raw(Field.PRICE))) world.edit(1, Field.PRICE, ours);
        world.calcom.edit(101, Field.PRICE, Money.parse(price));
        world.later();
    }
}
