package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.Policy;
import io.calsync.domain.Row;
import io.calsync.domain.Values;
import io.calsync.sync.Operator.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may do what. Service 1 is edited, 2 waits for a decision, 3 is deleted at Cal.com, 4 is not linked, and the event
/// type 900 belongs to nobody.
class RolesTest {
    private final World world = world();
    private final long edit;
    private final long decision;
    private final String bulk;

    RolesTest() throws ProblemException {
        world.edit(1, Field.DURATION, 45L);
        edit = newest(1);
        world.calcom.edit(102, Field.NAME, "First");
        world.calcom.held.remove(103L);
        world.calcom.held.put(900L, world.held(4).with(Field.SLUG, "new"));
        world.sync();
        bulk = review(world.session).decideMany(List.of(world.session.view(2)), Set.of(Field.NAME), Choice.CALCOM, "")
                .run();
        decision = newest(2);
        world.calcom.edit(102, Field.SLUG, "second");
        world.sync();
        world.workspace.put(Row.of(5, Looks.values(5)));
    }

    private static World world() {
        try {
            return new World(4);
        } catch (ProblemException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private long newest(long service) {
        return world.workspace.entries(Journal.Query.ofService(service, 1)).getFirst().seq();
    }

    /// @param least the first role that may
    record Call(String name, Role least, Does does) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface Does {
        void with(RolesTest test, Session session) throws ProblemException;
    }

    static Stream<Call> calls() {
        return Stream.of(
                new Call("look at services", Role.VIEWER, (_, as) -> new Catalogue(as).all()),
                new Call("check", Role.VIEWER, (_, as) -> runs(as, Runs::check)),
                new Call("state", Role.VIEWER, (_, as) -> runs(as, Runs::state)),
                new Call("suggestions", Role.VIEWER, (_, as) -> new Links(as).suggestions(5)),
                new Call("history", Role.VIEWER, (_, as) -> new History(as).entries(Journal.Query.newest(9))),
                new Call("verify", Role.VIEWER, (_, as) -> new History(as).verify()),
                new Call("policy preview", Role.MANAGER,
                        (_, as) -> new Policies(as).preview(Field.NAME, Policy.CALCOM_WINS)),
                new Call("save", Role.STAFF,
                        (test, as) -> new Editing(as).save(4, test.world.row(4).platform(), name("New"))),
                new Call("save many", Role.STAFF, (test, as) -> new Editing(as).saveMany(
                        List.of(new Editing.Edit(4, test.world.row(4).platform(), name("New"))), Progress.NONE)),
                new Call("add", Role.STAFF, (_, as) -> new Editing(as).add(1, "", name("Added"))),
                new Call("link", Role.STAFF, (_, as) -> new Links(as).link(5, 900)),
                new Call("sync", Role.STAFF, (_, as) -> runs(as, runs -> runs.sync(SyncOptions.PLAIN, Progress.NONE))),
                new Call("look", Role.STAFF, (_, as) -> runs(as, Runs::look)),
                new Call("push", Role.STAFF, (_, as) -> runs(as, runs -> runs.push(Set.of(1L)))),
                new Call("undo an edit", Role.STAFF, (test, as) -> new History(as).undo(test.edit)),
                new Call("decide", Role.MANAGER, (test, as) -> review(as).decide(2, test.world.row(2).version(),
                        Map.of(Field.SLUG, Choice.CALCOM), "")),
                new Call("answer what becomes of a deleted one", Role.MANAGER, (test, as) -> review(as).answerGone(3,
                        test.world.row(3).version(), Review.GoneAnswer.WAIT, "")),
                new Call("undo a decision", Role.MANAGER, (test, as) -> new History(as).undo(test.decision)),
                new Call("undo a bulk of decisions", Role.MANAGER,
                        (test, as) -> new History(as).undoAll(test.bulk, Progress.NONE)),
                new Call("unlink", Role.MANAGER, (_, as) -> new Links(as).unlink(1)),
                new Call("import", Role.MANAGER, (_, as) -> new Links(as).importInto(1, Set.of())),
                new Call("create", Role.MANAGER, (_, as) -> new Links(as).create(5)),
                new Call("preview of a force", Role.MANAGER, (_, as) -> runs(as, Runs::previewForce)),
                new Call("force", Role.MANAGER, (_, as) -> runs(as,
                        runs -> runs.force(new Runs.ForcePreview(Map.of(), Map.of()), Progress.NONE))),
                new Call("pass a guard", Role.MANAGER,
                        (_, as) -> runs(as, runs -> runs.sync(new SyncOptions(Set.of(), "abc123"), Progress.NONE))),
                new Call("set a policy", Role.MANAGER, (_, as) -> new Policies(as).set(Field.NAME, Policy.CALCOM_WINS)),
                new Call("set a service's own policy", Role.MANAGER,
                        (_, as) -> new Policies(as).own(1, Field.NAME, null)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void whoeverMayNotIsToldSoAndNothingHappens(Call call) {
        var before = world.workspace.all();
        int entries = world.workspace.entries(Journal.Query.newest(10_000)).size();
        var held = Map.copyOf(world.calcom.held);
        for (Role role : Role.values()) {
            if (role.compareTo(call.least()) >= 0) continue;
            var refused = assertThrows(ProblemException.class, () -> call.does().with(this, world.as(role)));
            assertEquals(new Problem.NotAllowed(role), refused.problem());
        }
        assertEquals(before, world.workspace.all());
        assertEquals(entries, world.workspace.entries(Journal.Query.newest(10_000)).size());
        assertEquals(held, world.calcom.held);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void whoeverMayCan(Call call) throws ProblemException {
        call.does().with(this, world.as(call.least()));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aBulkOfDecisionsSkipsEveryServiceWithTheReasonForWhoeverMayNot(Role role) throws ProblemException {
        var review = review(world.as(role));
        var decided = review.decideMany(List.of(world.session.view(2)), Set.of(Field.SLUG), Choice.CALCOM, "");
        assertEquals(role.mayDecide() ? 1 : 0, decided.services());
        assertEquals(role.mayDecide(), decided.skipped().isEmpty());
        if (!role.mayDecide()) {
            assertEquals(new Problem.NotAllowed(role).message(), decided.skipped().getFirst().why());
            assertFalse(world.outlook(2).open().isEmpty());
        }
    }

    private static Review review(Session session) {
        return new Review(session, new Links(session));
    }

    private static Patch name(String name) {
        return Patch.between(Values.NONE, Values.NONE.with(Field.NAME, name));
    }

    private interface Run {
        Object with(Runs runs) throws ProblemException;
    }

    private static void runs(Session session, Run run) throws ProblemException {
        try (var runs = new Runs(session, Histories.generator(1))) {
            run.with(runs);
        }
    }
}
