package io.calsync.app;

import io.calsync.sandbox.Fault;
import io.calsync.sandbox.FaultKind;
import io.calsync.sandbox.Sample;
import io.calsync.sandbox.SandboxServer;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The sample's own Cal.com: a sandbox in this process that keeps its event types in the sample workspace. It starts when
/// it is first asked something.
final class SampleCalCom implements AutoCloseable {
    /// Under which the sample's connection is known. The port behind it is another one at every start.
    static final URI ADDRESS = URI.create("http://sample.localhost/v2");

    static final String KEY = "cal_sample";

    /// Its Cal.com fails on every change of this one (Maniküre), so that a push that waits is there to see.
    private static final Fault WAITING =
            Fault.of(FaultKind.ERROR_502).on("PATCH", "/v2/event-types/1039").times(Integer.MAX_VALUE);

    private final Path state;
    private @Nullable SandboxServer server;

    SampleCalCom(Path workspace) {
        state = workspace.resolve("sample-calcom.json");
    }

    /// @return where it listens
    synchronized URI start() throws ProblemException {
        try {
            var running = server;
            if (running == null) {
                running = SandboxServer.start(Sample.load().options().stateFile(state));
                running.faults().add(WAITING);
                server = running;
            }
            return URI.create(running.baseUrl());
        } catch (IOException e) {
            throw new ProblemException(new Problem.Unreachable(ADDRESS, e.toString()), e);
        } catch (UncheckedIOException e) {
            throw new ProblemException(new Problem.StoreFailed(state.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    @Override
    public synchronized void close() {
        if (server != null) server.close();
    }
}
