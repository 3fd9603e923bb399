package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.Patch;
import io.calsync.domain.Policy;
import io.calsync.domain.Row;
import io.calsync.domain.Values;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever shows the services hears of each one that changed, whatever changed it, and of no other.
class FeedTest {
    private final World world = world();

    /// Services 1 to 3 are linked, 4 is not; a stranger has renamed 2 and has an event type of his own.
    private static World world() {
        try {
            var world = new World(3);
            world.calcom.edit(102, Field.NAME, "Theirs");
            world.sync();
            world.workspace.put(Row.of(4, Looks.values(4)));
            world.calcom.held.put(900L, Looks.values(900));
            return world;
        } catch (ProblemException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    record Change(String what, Set<Long> heard, Does does) {
        @Override
        public String toString() {
            return what;
        }
    }

    interface Does {
        void in(World world, Session session) throws ProblemException;
    }

    static Stream<Change> changes() {
        return Stream.of(
                new Change("an edit", Set.of(1L), (world, _) -> world.edit(1, Field.NAME, "Balayage")),
                new Change("an edit that changes nothing", Set.of(),
                        (world, _) -> world.edit(1, Field.NAME, "Service 1")),
                new Change("many edits", Set.of(1L, 3L), (world, session) -> new Editing(session).saveMany(
                        List.of(new Editing.Edit(1, world.row(1).platform(), Patch.of(Field.NAME, "A")),
                                new Editing.Edit(3, world.row(3).platform(), Patch.of(Field.NAME, "C"))),
                        Progress.NONE)),
                new Change("a new service", Set.of(5L), (_, session) -> new Editing(session).add(1, "",
                        Patch.between(Values.NONE, Looks.values(5)))),
                new Change("a link", Set.of(4L), (_, session) -> new Links(session).link(4, 900)),
                new Change("the end of a link", Set.of(1L), (_, session) -> new Links(session).unlink(1)),
                new Change("an import", Set.of(5L), (_, session) -> new Links(session).importInto(1, Set.of())),
                new Change("a new event type", Set.of(4L), (_, session) -> new Links(session).create(4)),
                new Change("a stranger's edit", Set.of(3L), (world, _) -> {
                    world.calcom.edit(103, Field.NAME, "Theirs too");
                    world.sync();
                }),
                new Change("a push", Set.of(1L), (world, _) -> {
                    world.edit(1, Field.NAME, "Balayage");
                    world.sync();
                }),
                new Change("a bulk of decisions and its undo", Set.of(2L), (world, session) -> {
                    var bulk = new Review(session, new Links(session)).decideMany(List.of(session.view(2)),
                            Set.of(Field.NAME), Choice.PLATFORM, "");
                    world.clock.advance(Duration.ofSeconds(1));
                    var undone = new TreeSet<Long>();
                    session.feed().subscribe(undone::addAll);
                    assertEquals(1, new History(session).undoAll(bulk.run(), Progress.NONE).services());
                    assertEquals(Set.of(2L), undone);
                }),
                new Change("a force", Set.of(2L), (world, _) -> world.engine.force(
                        new Runs.ForcePreview(Map.of(2L, Map.of(Field.NAME, "Theirs")), Map.of()), SyncOptions.PLAIN,
                        Progress.NONE)),
                new Change("a policy", Set.of(1L, 2L, 3L, 4L),
                        (_, session) -> new Policies(session).set(Field.NAME, Policy.PLATFORM_WINS)),
                new Change("a policy of some services", Set.of(1L, 3L), (_, session) -> new Policies(session).own(
                        List.of(1L, 3L), Field.NAME, new OwnPolicy(Policy.PLATFORM_WINS, ""))),
                new Change("another account", Set.of(1L, 2L, 3L), (world, session) -> {
                    world.workspace.identity("http://elsewhere|7|user", session.cause(Cause.Source.RUN));
                    try {
                        world.sync();
                    } catch (ProblemException stopped) {
                        var guard = ((Problem.Stopped) stopped.problem()).guard();
                        world.engine.sync(World.passing(guard), Progress.NONE);
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isHeardOf(Change change) throws ProblemException {
        var heard = new TreeSet<Long>();
        var end = world.session.feed().subscribe(heard::addAll);
        change.does().in(world, world.session);
        assertEquals(change.heard(), heard);
        end.run();
        world.edit(3, Field.DESCRIPTION, "Unheard");
        assertEquals(change.heard(), heard);
    }
}
