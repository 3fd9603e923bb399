package io.calsync.sync;

import java.net.URI;
import java.util.Set;

/// One running console. What it holds in memory ends with it.
final class Console {
    private static final Connection CONNECTION =
            new Connection(URI.create("http://calcom.test/v2"), new Account(1, "ann", "a@b.test"), new Scope.User());

    final MemoryWorkspace workspace;
    final Witness calcom;
    final Session session;
    final Engine engine;

    Console(VirtualClock clock, Moments moments, MemoryWorkspace workspace, OtherSide otherSide) {
        this(clock, moments, workspace, otherSide, CONNECTION);
    }

    Console(VirtualClock clock, Moments moments, MemoryWorkspace workspace, OtherSide otherSide,
            Connection connection) {
        this.workspace = workspace;
        calcom = new Witness(clock, moments, workspace, otherSide);
        var cal = new Session.Cal(connection, calcom);
        var manager = new Operator("Mia", "mia", Operator.Role.MANAGER);
        session = new Session(workspace, workspace, workspace, workspace, cal, manager, clock, new Feed());
        engine = new Engine(session, new Backoff(Histories.generator(7)));
    }

    /// A sync in which a manager lets every guard pass.
    void syncPassingGuards(Set<Long> retry) throws ProblemException {
        try {
            engine.sync(new SyncOptions(retry, ""), Progress.NONE);
        } catch (ProblemException stopped) {
            if (!(stopped.problem() instanceof Problem.Stopped(Guard guard))) throw stopped;
            engine.sync(new SyncOptions(retry, guard.code()), Progress.NONE);
        }
    }

    void checkOnly() throws ProblemException {
        workspace.readOnly(true);
        calcom.readOnly(true);
        try {
            new Detector(session).check();
        } finally {
            workspace.readOnly(false);
            calcom.readOnly(false);
        }
    }
}
