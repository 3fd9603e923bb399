package io.calsync.ui.kit;

import io.calsync.sync.Operator;
import io.calsync.sync.Problem;
import io.calsync.sync.SyncService;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What every screen gets. Made once per opened workspace and connection; closing it ends all subscriptions.
///
/// @param sync     everything a screen may ask of the product; call it through `background`
/// @param operator who sits at the window and may do what
/// @param sample   whether this is the sample workspace
/// @param browser  opens a page in the person's browser
/// @param files    asks the person for a file
public record UiContext(
        SyncService sync,
        Operator operator,
        boolean sample,
        Words words,
        InstantSource clock,
        Now now,
        Background background,
        LiveServices services,
        Happenings happenings,
        LiveState state,
        RunControl runs,
        Notices notices,
        Navigation navigation,
        Dialogs dialogs,
        Appearance appearance,
        Consumer<URI> browser,
        FileChoice files)
        implements AutoCloseable {

    /// Makes the context of a window. UI thread only.
    public static UiContext of(
            SyncService sync,
            Operator operator,
            boolean sample,
            Words words,
            InstantSource clock,
            Appearance appearance,
            Consumer<URI> browser,
            FileChoice files) {
        var notices = new Notices();
        var background = new Background(notices::show, new ErrorWindow(words, appearance)::show);
        var services = new LiveServices(sync, background);
        var state = new LiveState(sync.runs(), services, background);
        return new UiContext(
                sync,
                operator,
                sample,
                words,
                clock,
                new Now(clock),
                background,
                services,
                new Happenings(services, clock),
                state,
                new RunControl(sync.runs(), words, background, notices, state),
                notices,
                new Navigation(),
                new Dialogs(words, appearance),
                appearance,
                browser,
                files);
    }

    /// Why the operator may not do something, null where they may.
    public @Nullable String refusal(boolean may) {
        return may ? null : words.say(new Problem.NotAllowed(operator.role()).message());
    }

    /// Ends the subscriptions and the run under way. What a person started goes on; closing `background`, elsewhere than on
    /// the UI thread, waits for it.
    @Override
    public void close() {
        runs.cancel();
        state.close();
        services.close();
        now.close();
        appearance.close();
        background.end();
    }
}
