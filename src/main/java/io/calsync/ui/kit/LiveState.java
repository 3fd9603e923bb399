package io.calsync.ui.kit;

import io.calsync.sync.Runs;
import io.calsync.sync.SyncState;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// How it stands between the two sides, asked anew every two seconds and whenever services changed. UI thread only.
public final class LiveState implements AutoCloseable {
    private static final Duration ASKED_EVERY = Duration.seconds(2);

    private final ReadOnlyObjectWrapper<@Nullable SyncState> state = new ReadOnlyObjectWrapper<>();
    private final Runnable asking;
    private final Runnable unlisten;
    private final Timeline clockwork;

    LiveState(Runs runs, LiveServices services, Background background) {
        var ask = background.coalesced(_ -> runs.state(), state::set);
        // The state concerns no service in particular; one id stands for the question itself.
        asking = () -> ask.accept(Set.of(0L));
        unlisten = services.listen(_ -> asking.run());
        clockwork = new Timeline(new KeyFrame(ASKED_EVERY, _ -> asking.run()));
        clockwork.setCycleCount(Animation.INDEFINITE);
        clockwork.play();
        asking.run();
    }

    /// Asks at once, ahead of its time.
    void renew() {
        asking.run();
    }

    /// Null until the first answer.
    public @Nullable SyncState get() {
        return state.get();
    }

    public ReadOnlyObjectProperty<@Nullable SyncState> state() {
        return state.getReadOnlyProperty();
    }

    @Override
    public void close() {
        unlisten.run();
        clockwork.stop();
    }
}
