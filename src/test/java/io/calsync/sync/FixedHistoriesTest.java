package io.calsync.sync;

import static io.calsync.sync.Trouble.LOST_AFTER;
import static io.calsync.sync.Trouble.LOST_BEFORE;
import static io.calsync.sync.Trouble.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.Message;
import io.calsync.domain.Money;
import io.calsync.domain.Policy;
import io.calsync.domain.SyncStatus;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Histories of values that must come out the same for ever, one sentence each; those of event types that come and go are in
/// [FixedLinkHistoriesTest].
class FixedHistoriesTest {
    @TestFactory
    Stream<DynamicTest> all() {
        return Stream.of(lostAnswers(), decisions(), policies(), many()).flatMap(stories -> stories);
    }

    private static Stream<DynamicTest> lostAnswers() {
        return Story.all(
                new Story("1 a PATCH is applied, its answer lost, and the person reverts", world -> {
                    lost(world);
                    world.edit(1, Field.NAME, "Service 1");
                    later(world);
                    assertEnd(world, "Service 1", SyncStatus.SYNCED, 2);
                }),
                new Story("2 a PATCH is applied, its answer lost, and the person edits again", world -> {
                    lost(world);
                    world.edit(1, Field.NAME, "Gloss");
                    later(world);
                    assertEnd(world, "Gloss", SyncStatus.SYNCED, 2);
                }),
                new Story("3 a PATCH is applied, its answer lost, and the person relinks", world -> {
                    lost(world);
                    world.person.relinks(1);
                    later(world);
                    assertEnd(world, "Balayage", SyncStatus.SYNCED, 1);
                }),
                new Story("4 a PATCH is applied, its answer lost, and the person reverts and relinks", world -> {
                    lost(world);
                    world.edit(1, Field.NAME, "Service 1");
                    world.person.relinks(1);
                    later(world);
                    assertEnd(world, "Balayage", SyncStatus.CONFLICT, 1);
                }),
                new Story("5 the process is killed after the PATCH and before its commit", world -> {
                    world.edit(1, Field.NAME, "Balayage");
                    world.moments.after(9, () -> {
                        throw new Moments.Killed();
                    });
                    assertThrows(Moments.Killed.class, world::sync);
                    later(world);
                    assertEnd(world, "Balayage", SyncStatus.SYNCED, 1);
                }),
                new Story("6 the disk is full after the PATCH", world -> {
                    world.edit(1, Field.NAME, "Balayage");
                    world.moments.after(9, () -> world.workspace.failCommits(1));
                    assertThrows(ProblemException.class, world::sync);
                    later(world);
                    assertEnd(world, "Balayage", SyncStatus.SYNCED, 1);
                }),
                new Story("7 a list started before a push lands after it", world -> {
                    var listed = world.calcom.list().getFirst();
                    world.edit(1, Field.NAME, "Balayage");
                    world.sync();
                    var before = world.row(1);
                    var cause = world.session.cause(Cause.Source.DRIFT);
                    assertSame(before, world.workspace.update(1, cause, row -> row.seen(listed)));
                }),
                new Story("8 a failing push says when it is tried again, after growing pauses", world -> {
                    world.edit(1, Field.NAME, "Balayage");
                    var pause = Duration.ZERO;
                    for (int tries = 0; tries < 4; tries++) {
                        world.calcom.writeFaults.add(LOST_BEFORE);
                        world.sync();
                        assertEquals("problem.unreachable", world.reason(1));
                        var next = Duration.between(world.clock.instant(), world.row(1).attempt().next());
                        assertTrue(next.compareTo(pause) > 0, next + " after " + pause);
                        pause = next;
                        world.clock.advance(next);
                    }
                    world.calcom.calm();
                    later(world);
                    assertEnd(world, "Balayage", SyncStatus.SYNCED, 1);
                }));
    }

    private static Stream<DynamicTest> decisions() {
        return Story.all(
                new Story("9 a decision is undone before its push", world -> {
                    drift(world, 1);
                    world.person.decides(1, Choice.PLATFORM);
                    world.person.undoes(0);
                    later(world);
                    assertEnd(world, "Theirs", SyncStatus.CONFLICT, 0);
                }),
                new Story("10 a decision is undone after its push", world -> {
                    drift(world, 1);
                    world.person.decides(1, Choice.PLATFORM);
                    world.sync();
                    world.person.undoes(0);
                    later(world);
                    assertEquals("Theirs", world.row(1).platform().text(Field.NAME));
                    assertEnd(world, "Theirs", SyncStatus.SYNCED, 2);
                }),
                new Story("11 a taken value is undone and asked about again", world -> {
                    drift(world, 1);
                    world.person.decides(1, Choice.CALCOM);
                    assertEquals("Theirs", world.row(1).platform().text(Field.NAME));
                    world.person.undoes(0);
                    later(world);
                    assertEquals("Service 1", world.row(1).platform().text(Field.NAME));
                    assertEnd(world, "Theirs", SyncStatus.CONFLICT, 0);
                }),
                new Story("12 a slug clash stops the slug and not the name beside it", world -> {
                    world.calcom.add(Looks.values(9).with(Field.SLUG, "taken"));
                    world.edit(1, Field.NAME, "Balayage");
                    world.edit(1, Field.SLUG, "taken");
                    later(world);
                    assertEnd(world, "Balayage", SyncStatus.ERROR, 1);
                    assertEquals("problem.slug-taken", world.outlook(1).errors().getFirst().key());
                }),
                new Story("13 two services swap their slugs: both are named, nothing else waits", world -> {
                    world.edit(1, Field.SLUG, "service-2");
                    world.edit(2, Field.SLUG, "service-1");
                    world.edit(1, Field.NAME, "Balayage");
                    later(world);
                    assertEnd(world, "Balayage", SyncStatus.ERROR, 1);
                    var why = world.outlook(2).errors().getFirst();
                    assertEquals("refusal.slug-cycle [Service 2, Balayage]", why.key() + " " + why.args());
                }),
                new Story("14 a key that an answer lacks is neither a change nor pushed over", world -> {
                    world.calcom.readFaults.add(Trouble.KEY_ABSENT);
                    world.sync();
                    assertEquals("Service 1", world.row(1).calcom().text(Field.NAME));
                    world.edit(1, Field.NAME, "Balayage");
                    world.calcom.readFaults.addAll(List.of(NONE, Trouble.KEY_ABSENT));
                    world.sync();
                    assertEnd(world, "Service 1", SyncStatus.PENDING, 0);
                    assertEquals("problem.unreadable-answer", world.reason(1));
                    later(world);
                    assertEnd(world, "Balayage", SyncStatus.SYNCED, 1);
                }),
                new Story("15 the clock is set back a day: a stranger's edit is still seen before a push", world -> {
                    world.clock.advance(Duration.ofDays(-1));
                    world.edit(1, Field.NAME, "Balayage");
                    world.calcom.edit(101, Field.NAME, "Theirs");
                    later(world);
                    assertEnd(world, "Theirs", SyncStatus.CONFLICT, 0);
                }));
    }

    private static Stream<DynamicTest> policies() {
        return Story.all(
                new Story("16 leave alone on one service is lifted after months", world -> {
                    world.person.setsOwnPolicy(1, Field.NAME, new OwnPolicy(Policy.LEAVE_ALONE, "hidden on purpose"));
                    movedApart(world);
                    world.person.setsPolicy(Field.NAME, Policy.PLATFORM_WINS);
                    world.person.setsOwnPolicy(1, Field.NAME, new OwnPolicy(Policy.LEAVE_ALONE, ""));
                    later(world);
                    assertFirstLink(world);
                }),
                new Story("17 leave alone in the whole workspace is lifted after months", world -> {
                    world.person.setsPolicy(Field.NAME, Policy.LEAVE_ALONE);
                    movedApart(world);
                    var policies = new Policies(world.session);
                    assertEquals(new Policies.Preview(0, 1), policies.preview(Field.NAME, Policy.PLATFORM_WINS));
                    world.person.setsPolicy(Field.NAME, Policy.PLATFORM_WINS);
                    later(world);
                    assertFirstLink(world);
                }),
                new Story("18 somebody's automation pulls the other way: three overwrites a day, then a person",
                        world -> {
                            world.person.setsPolicy(Field.NAME, Policy.PLATFORM_WINS);
                            for (int time = 0; time < 6; time++) drift(world, 1);
                            assertEnd(world, "Theirs", SyncStatus.CONFLICT, 3);
                            assertEquals("doubt.policy-fight", why(world, Field.NAME));
                        }),
                new Story("19 a charged price that differs is accepted, never sent, and asked about when it moves",
                        world -> {
                            charged(world, "60.00 EUR");
                            assertEquals("open.first-link", why(world, Field.PRICE));
                            world.person.decides(1, Choice.ACCEPT);
                            later(world);
                            assertEnd(world, "Service 1", SyncStatus.SYNCED, 0);
                            charged(world, "61.00 EUR");
                            assertEnd(world, "Service 1", SyncStatus.CONFLICT, 0);
                        }),
                new Story("20 a value beyond our limits is not taken, whatever the policy", world -> {
                    world.person.setsPolicy(Field.DURATION, Policy.CALCOM_WINS);
                    world.calcom.edit(101, Field.DURATION, 1_000_000L);
                    later(world);
                    assertEquals(30L, world.row(1).platform().get(Field.DURATION));
                    assertEnd(world, "Service 1", SyncStatus.CONFLICT, 0);
                }),
                new Story("36 a policy takes nothing that the read by id did not show", world -> {
                    world.person.setsPolicy(Field.NAME, Policy.CALCOM_WINS);
                    world.calcom.edit(101, Field.NAME, "Theirs");
                    world.calcom.readFaults.addAll(List.of(NONE, Trouble.KEY_ABSENT));
                    world.sync();
                    assertEquals("Service 1", world.row(1).platform().text(Field.NAME));
                    assertEquals("problem.unreadable-answer", world.reason(1));
                    later(world);
                    assertEquals("Theirs", world.row(1).platform().text(Field.NAME));
                }),
                new Story("37 a decision on values that moved meanwhile is not applied", world -> {
                    drift(world, 1);
                    world.moments.after(1, () -> edit(world, "Balayage"));
                    var stale = assertThrows(ProblemException.class, () -> world.person.decides(1, Choice.CALCOM));
                    assertEquals("problem.stale", stale.problem().message().key());
                    assertEquals("Balayage", world.row(1).platform().text(Field.NAME));
                }),
                new Story("21 a value of the Platform's pages beyond our limits is not pushed", world -> {
                    var cause = world.session.cause(Cause.Source.PLATFORM);
                    world.workspace.update(1, cause,
                            row -> row.edited(row.platform().with(Field.DURATION, 0L), world.clock.instant()));
                    later(world);
                    assertEnd(world, "Service 1", SyncStatus.ERROR, 0);
                }));
    }

    private static Stream<DynamicTest> many() {
        return Story.all(new Story("22 a policy is set over 200 open conflicts", 200, world -> {
            for (long id = 1; id <= 200; id++) world.calcom.edit(100 + id, Field.NAME, "Theirs " + id);
            var stopped = assertThrows(ProblemException.class, world::sync);
            world.engine.sync(World.passing(((Problem.Stopped) stopped.problem()).guard()), Progress.NONE);
            var policies = new Policies(world.session);
            assertEquals(new Policies.Preview(200, 0), policies.preview(Field.NAME, Policy.PLATFORM_WINS));
            world.person.setsPolicy(Field.NAME, Policy.PLATFORM_WINS);
            later(world);
            assertEquals(200, world.calcom.writes.size());
            for (long id = 1; id <= 200; id++) assertEquals(SyncStatus.SYNCED, world.status(id));
        }));
    }

    /// Applied, but neither the answer nor the look after it came back.
    private static void lost(World world) throws ProblemException {
        world.edit(1, Field.NAME, "Balayage");
        world.calcom.writeFaults.add(LOST_AFTER);
        world.calcom.readFaults.addAll(List.of(NONE, NONE, LOST_BEFORE));
        world.sync();
        assertEquals("Balayage", world.held(1).text(Field.NAME));
        assertEquals(SyncStatus.PENDING, world.status(1));
    }

    private static void edit(World world, String name) {
        try {
            world.edit(1, Field.NAME, name);
        } catch (ProblemException refused) {
            throw new AssertionError(refused);
        }
    }

    private static void drift(World world, long id) throws ProblemException {
        world.calcom.edit(100 + id, Field.NAME, "Theirs");
        world.clock.advance(Duration.ofMinutes(10));
        world.sync();
    }

    private static void movedApart(World world) throws ProblemException {
        world.clock.advance(Duration.ofDays(120));
        world.edit(1, Field.NAME, "Balayage");
        world.calcom.edit(101, Field.NAME, "Theirs");
        later(world);
        assertEnd(world, "Theirs", SyncStatus.SYNCED, 0);
    }

    private static void assertFirstLink(World world) throws ProblemException {
        assertEnd(world, "Theirs", SyncStatus.CONFLICT, 0);
        assertEquals("open.first-link", why(world, Field.NAME));
    }

    private static void charged(World world, String price) throws ProblemException {
        var ours = Money.parse("55.00 EUR");
        if (!ours.equals(world.row(1).platform().raw(Field.PRICE))) world.edit(1, Field.PRICE, ours);
        world.calcom.edit(101, Field.PRICE, Money.parse(price));
        later(world);
    }

    private static String why(World world, Field field) throws ProblemException {
        return world.outlook(1).state(field).why() instanceof Message why ? why.key() : "";
    }

    private static void later(World world) throws ProblemException {
        for (int run = 0; run < 2; run++) {
            world.clock.advance(Duration.ofMinutes(10));
            world.sync();
        }
    }

    private static void assertEnd(World world, String name, SyncStatus status, int writes) throws ProblemException {
        assertEquals(name, world.held(1).text(Field.NAME));
        assertEquals(status, world.status(1));
        assertEquals(writes, world.calcom.writes.size(), world.calcom.writes.toString());
    }
}
