package io.calsync.app;

import io.calsync.calcom.CalCom;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// The one door to Cal.com of this process, made when it is first used: its libraries cost a fifth of a second, which a
/// command without a request saves.
final class Network implements AutoCloseable {
    private final InstantSource clock;
    private @Nullable CalCom calCom;

    Network(InstantSource clock) {
        this.clock = clock;
    }

    synchronized CalCom calCom() {
        var known = calCom;
        if (known == null) {
            known = new CalCom(clock);
            calCom = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        if (calCom != null) calCom.close();
    }
}
