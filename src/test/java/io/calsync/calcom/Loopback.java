package io.calsync.calcom;

import io.calsync.sandbox.SandboxServer;
import io.calsync.sync.EventTypes;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.function.Consumer;

/// The real client against a sandbox, with time that passes only when the client waits for its budget.
public final class Loopback implements AutoCloseable {
    private final SandboxServer sandbox;
    private final CalCom calCom;

    /// @param wait lets so much time pass
    public Loopback(SandboxServer sandbox, InstantSource clock, Consumer<Duration> wait) {
        this.sandbox = sandbox;
        var pace = new Pace() {
            @Override
            public Instant instant() {
                return clock.instant();
            }

            @Override
            public void await(Condition turn, Duration time) {
                wait.accept(time);
            }
        };
        calCom = new CalCom(clock, pace, Duration.ofSeconds(20), Duration.ofSeconds(20));
    }

    public EventTypes connect() {
        try {
            return calCom.connect(ServerAddress.clean(sandbox.baseUrl()), new ApiKey("cal_test"), new Scope.User(),
                    120);
        } catch (ProblemException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public void close() {
        calCom.close();
    }
}
