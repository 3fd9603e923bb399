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
import io.calsync.domain.SyncStatus;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Histories of values that must come out the same for ever, one sentence each; those of policies are in
/// [FixedPolicyHistoriesTest], those of event types that come and go in [FixedLinkHistoriesTest].
class FixedHistoriesTest {
    @TestFactory
    Stream<DynamicTest> all() {
        return Stream.of(lostAnswers(), decisions()).flatMap(stories -> stories);
    }

    private static Stream<DynamicTest> lostAnswers() {
        return Story.all(
                new Story("1 a PATCH is applied, its answer lost, and the person reverts", world -> {
                    lost(world);
                    world.edit(1, Field.NAME, "Service 1");
                    world.later();
                    world.assertEnd("Service 1", SyncStatus.SYNCED, 2);
                }),
                new Story("2 a PATCH is applied, its answer lost, and the person edits again", world -> {
                    lost(world);
                    world.edit(1, Field.NAME, "Gloss");
                    world.later();
                    world.assertEnd("Gloss", SyncStatus.SYNCED, 2);
                }),
                new Story("3 a PATCH is applied, its answer lost, and the person relinks", world -> {
                    lost(world);
                    world.person.relinks(1);
                    world.later();
                    world.assertEnd("Balayage", SyncStatus.SYNCED, 1);
                }),
                new Story("4 a PATCH is applied, its answer lost, and the person reverts and relinks", world -> {
                    lost(world);
                    world.edit(1, Field.NAME, "Service 1");
                    world.person.relinks(1);
                    world.later();
                    world.assertEnd("Balayage", SyncStatus.CONFLICT, 1);
                }),
                new Story("5 the process is killed after the PATCH and before its commit", world -> {
                    world.edit(1, Field.NAME, "Balayage");
                    world.moments.after(9, () -> {
                        throw new Moments.Killed();
                    });
                    assertThrows(Moments.Killed.class, world::sync);
                    world.later();
                    world.assertEnd("Balayage", SyncStatus.SYNCED, 1);
                }),
                new Story("6 the disk is full after the PATCH", world -> {
                    world.edit(1, Field.NAME, "Balayage");
                    world.moments.after(9, () -> world.workspace.failCommits(1));
                    assertThrows(ProblemException.class, world::sync);
                    world.later();
                    world.assertEnd("Balayage", SyncStatus.SYNCED, 1);
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
                    world.later();
                    world.assertEnd("Balayage", SyncStatus.SYNCED, 1);
                }));
    }

    private static Stream<DynamicTest> decisions() {
        return Story.all(
                new Story("9 a decision is undone before its push", world -> {
                    world.drift();
                    world.person.decides(1, Choice.PLATFORM);
                    world.person.undoes(0);
                    world.later();
                    world.assertEnd("Theirs", SyncStatus.CONFLICT, 0);
                }),
                new Story("10 a decision is undone after its push", world -> {
                    world.drift();
                    world.person.decides(1, Choice.PLATFORM);
                    world.sync();
                    world.person.undoes(0);
                    world.later();
                    assertEquals("Theirs", world.row(1).platform().text(Field.NAME));
                    world.assertEnd("Theirs", SyncStatus.SYNCED, 2);
                }),
                new Story("11 a taken value is undone and asked about again", world -> {
                    world.drift();
                    world.person.decides(1, Choice.CALCOM);
                    assertEquals("Theirs", world.row(1).platform().text(Field.NAME));
                    world.person.undoes(0);
                    world.later();
                    assertEquals("Service 1", world.row(1).platform().text(Field.NAME));
                    world.assertEnd("Theirs", SyncStatus.CONFLICT, 0);
                }),
                new Story("12 a slug clash stops the slug and not the name beside it", world -> {
                    world.calcom.add(Looks.values(9).with(Field.SLUG, "taken"));
                    world.edit(1, Field.NAME, "Balayage");
                    world.edit(1, Field.SLUG, "taken");
                    world.later();
                    world.assertEnd("Balayage", SyncStatus.ERROR, 1);
                    assertEquals("problem.slug-taken", world.outlook(1).errors().getFirst().key());
                }),
                new Story("13 two services swap their slugs: both are named, nothing else waits", world -> {
                    world.edit(1, Field.SLUG, "service-2");
                    world.edit(2, Field.SLUG, "service-1");
                    world.edit(1, Field.NAME, "Balayage");
                    world.later();
                    world.assertEnd("Balayage", SyncStatus.ERROR, 1);
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
                    world.assertEnd("Service 1", SyncStatus.PENDING, 0);
                    assertEquals("problem.unreadable-answer", world.reason(1));
                    world.later();
                    world.assertEnd("Balayage", SyncStatus.SYNCED, 1);
                }),
                new Story("15 the clock is set back a day: a stranger's edit is still seen before a push", world -> {
                    world.clock.advance(Duration.ofDays(-1));
                    world.edit(1, Field.NAME, "Balayage");
                    world.calcom.edit(101, Field.NAME, "Theirs");
                    world.later();
                    world.assertEnd("Theirs", SyncStatus.CONFLICT, 0);
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
}
