package io.calsync.ui.kit;

import java.time.Instant;
import java.time.InstantSource;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/// The present moment, renewed every few seconds, so that "2 hours ago" stays true while a window is open.
public final class Now implements AutoCloseable {
    private static final Duration RENEWED_EVERY = Duration.seconds(5);

    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Instant> moment;
    private final Timeline clockwork;

    public Now(InstantSource clock) {
        this.clock = clock;
        moment = new ReadOnlyObjectWrapper<>(clock.instant());
        clockwork = new Timeline(new KeyFrame(RENEWED_EVERY, _ -> renew()));
        clockwork.setCycleCount(Animation.INDEFINITE);
        clockwork.play();
    }

    /// Looks at the clock, ahead of its time.
    public void renew() {
        moment.set(clock.instant());
    }

    public Instant get() {
        return moment.get();
    }

    public ReadOnlyObjectProperty<Instant> moment() {
        return moment.getReadOnlyProperty();
    }

    @Override
    public void close() {
        clockwork.stop();
    }
}
