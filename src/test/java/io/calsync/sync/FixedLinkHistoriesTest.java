package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.domain.Link;
import io.calsync.domain.Policy;
import io.calsync.domain.Row;
import io.calsync.domain.SyncStatus;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Histories of event types that come, go, move and have more than one master, one sentence each.
class FixedLinkHistoriesTest {
    @TestFactory
    Stream<DynamicTest> all() {
        return Stream.of(links(), gone(), masters()).flatMap(stories -> stories);
    }

    private static Stream<DynamicTest> links() {
        return Story.all(
                new Story("23 a first link under Platform wins waits for a person", world -> {
                    world.person.setsPolicy(Field.NAME, Policy.PLATFORM_WINS);
                    new Links(world.session).unlink(1);
                    world.calcom.edit(101, Field.NAME, "Theirs");
                    new Links(world.session).link(1, 101);
                    world.later();
                    world.assertEnd("Theirs", SyncStatus.CONFLICT, 0);
                    world.person.decides(1, Choice.PLATFORM);
                    world.later();
                    world.assertEnd("Service 1", SyncStatus.SYNCED, 1);
                }),
                new Story("24 unlinked and linked again without a difference: no question", world -> {
                    world.person.relinks(1);
                    world.later();
                    world.assertEnd("Service 1", SyncStatus.SYNCED, 0);
                }),
                new Story("25 unlinked, changed on both sides, linked again: a question", world -> {
                    new Links(world.session).unlink(1);
                    assertEquals(SyncStatus.NEVER, world.status(1));
                    world.edit(1, Field.NAME, "Balayage");
                    world.calcom.edit(101, Field.NAME, "Theirs");
                    world.later();
                    new Links(world.session).link(1, 101);
                    world.later();
                    world.assertEnd("Theirs", SyncStatus.CONFLICT, 0);
                }),
                new Story("26 a POST is lost before it arrives, and a stranger takes the slug: a first link", world -> {
                    world.workspace.put(Row.of(4, Looks.values(4).with(Field.SLUG, "colour")));
                    world.calcom.writeFaults.add(Trouble.LOST_BEFORE);
                    world.moments.after(2, () -> world.calcom.add(Looks.values(9).with(Field.SLUG, "colour")));
                    new Links(world.session).create(4);
                    world.later();
                    assertEquals(SyncStatus.CONFLICT, world.status(4));
                    assertEquals("Service 9", world.calcom.held(world.row(4).link().eventTypeId()).get(Field.NAME));
                    assertEquals(List.of(), world.calcom.writes);
                }),
                new Story("27 a POST whose slug a stranger holds is not sent", world -> {
                    world.workspace.put(Row.of(4, Looks.values(4).with(Field.SLUG, "service-1")));
                    var refused = assertThrows(ProblemException.class, () -> new Links(world.session).create(4));
                    assertInstanceOf(Problem.SlugTaken.class, refused.problem());
                    assertEquals(3, world.calcom.held.size());
                }));
    }

    private static Stream<DynamicTest> gone() {
        return Story.all(
                new Story("28 deleted and kept waiting: asked once, and all is well when it is back", world -> {
                    world.edit(1, Field.NAME, "Balayage");
                    world.calcom.delete(101);
                    world.later();
                    assertEquals(SyncStatus.CONFLICT, world.status(1));
                    world.person.answersGone(1, Review.GoneAnswer.WAIT);
                    var waiting = world.row(1);
                    world.later();
                    assertEquals(waiting, world.row(1), "not asked again");
                    assertEquals(SyncStatus.ERROR, world.status(1));
                    world.calcom.restore(101);
                    world.later();
                    world.assertEnd("Balayage", SyncStatus.SYNCED, 1);
                }),
                new Story("29 recreated with the same slug: creating again changes nothing, linking agrees", world -> {
                    world.calcom.recreate(101);
                    world.later();
                    var refused = assertThrows(ProblemException.class,
                            () -> world.person.answersGone(1, Review.GoneAnswer.CREATE));
                    assertInstanceOf(Problem.SlugTaken.class, refused.problem());
                    assertEquals(Link.State.GONE, world.row(1).link().state(), "the question is still there");
                    world.person.relinks(1);
                    world.later();
                    assertEquals(SyncStatus.SYNCED, world.status(1));
                    assertEquals(List.of(), world.calcom.writes);
                }),
                new Story("30 given to another owner: gone for this key, and a push goes nowhere", world -> {
                    world.edit(1, Field.NAME, "Balayage");
                    world.calcom.moveAway(101);
                    world.engine.push(Set.of(1L), Progress.NONE);
                    assertEquals(Link.State.GONE, world.row(1).link().state());
                    assertEquals(List.of(), world.calcom.writes);
                }),
                new Story("31 an event type that only fails is missing from the list: the others are pushed", world -> {
                    world.edit(2, Field.NAME, "Gloss");
                    for (var trouble : List.of(Trouble.FAILED_500, Trouble.UNAUTHORIZED, Trouble.HTML)) {
                        world.calcom.ails(101, trouble);
                        world.later();
                        assertEquals("Gloss", world.held(2).text(Field.NAME), "I6 " + trouble);
                        world.edit(2, Field.NAME, "Gloss");
                    }
                    assertEquals(Link.State.PRESENT, world.row(1).link().state(), "I2 not called deleted");
                }));
    }

    private static Stream<DynamicTest> masters() {
        return Story.all(
                new Story("32 another server with the same ids: nothing is sent before a manager says so", world -> {
                    world.edit(1, Field.NAME, "Balayage");
                    var elsewhere = new Connection(URI.create("http://other.test/v2"),
                            new Account(1, "ann", "a@b.test"), new Scope.User());
                    var console = new Console(world.clock, world.moments, world.workspace, world.calcom, elsewhere);
                    console.engine.push(Set.of(1L), Progress.NONE);
                    assertThrows(ProblemException.class,
                            () -> console.engine.sync(SyncOptions.PLAIN, Progress.NONE));
                    world.assertEnd("Service 1", SyncStatus.PENDING, 0);
                    console.syncPassingGuards(Set.of());
                    world.assertEnd("Service 1", SyncStatus.CONFLICT, 0);
                    assertEquals("open.first-link", world.why(Field.NAME));
                }),
                new Story("33 two workspaces with Platform wins on one account: a conflict, not a fight", world -> {
                    world.person.setsPolicy(Field.NAME, Policy.PLATFORM_WINS);
                    var rival = new Rival(world.clock, world.moments, world.calcom, Map.of(1L, 101L));
                    for (int round = 0; round < 20; round++) {
                        rival.acts(1);
                        world.clock.advance(Duration.ofMinutes(10));
                        world.sync();
                    }
                    assertEquals(SyncStatus.CONFLICT, world.status(1));
                    assertEquals("doubt.policy-fight", world.why(Field.NAME));
                    assertTrue(world.calcom.writes.size() <= 7, world.calcom.writes.toString());
                }),
                new Story("34 a person edits while the PATCH is under way: both values arrive in turn", world -> {
                    world.edit(1, Field.NAME, "Balayage");
                    world.moments.after(8, () -> world.rename("Gloss"));
                    world.later();
                    assertEquals("Gloss", world.held(1).text(Field.NAME));
                    assertEquals(SyncStatus.SYNCED, world.status(1));
                }),
                new Story(
                        "35 a stranger edits another field in the moment before the PATCH: it stays and is asked about",
                        world -> {
                            world.edit(1, Field.NAME, "Balayage");
                            world.calcom.beforeTheNextWrite(() -> world.calcom.edit(101, Field.DURATION, 77L));
                            world.later();
                            assertEquals(77L, world.held(1).get(Field.DURATION));
                            assertEquals(SyncStatus.CONFLICT, world.status(1));
                        }));
    }
}
