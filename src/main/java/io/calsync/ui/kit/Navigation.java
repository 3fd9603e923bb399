package io.calsync.ui.kit;

import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Where the person is. Screens ask to go elsewhere, the main window follows. UI thread only.
public final class Navigation {
    private final ReadOnlyObjectWrapper<Place> place =
            new ReadOnlyObjectWrapper<>(new Place(Screen.SERVICES, 0, null, 0));

    private long visits;

    private Consumer<Runnable> leaver = Runnable::run;

    private Runnable connector = () -> open(Screen.SETTINGS);

    private LongConsumer reviewer = serviceId -> open(Screen.REVIEW, serviceId);

    private Runnable unlinked = () -> open(Screen.SERVICES);

    /// @param serviceId the service to select there, 0 = none
    /// @param filter    what to narrow its list to, null = as it is
    /// @param visit     tells two requests for the same list apart
    public record Place(Screen screen, long serviceId, @Nullable Filter filter, long visit) {}

    public void open(Screen screen) {
        place.set(new Place(screen, 0, null, 0));
    }

    /// Opens a screen with one service selected, such as the review of its differences.
    public void open(Screen screen, long serviceId) {
        place.set(new Place(screen, serviceId, null, 0));
    }

    /// Decides one service's differences: side by side over the screen that is shown, where the window can do that, else on
    /// the review screen.
    public void review(long serviceId) {
        reviewer.accept(serviceId);
    }

    /// @param dialog opens the side-by-side dialog of a service
    public void reviewIn(LongConsumer dialog) {
        reviewer = dialog;
    }

    /// Ends what the window shows, where the person agrees that unsaved work goes with it.
    ///
    /// @param then what follows
    public void leave(Runnable then) {
        leaver.accept(then);
    }

    /// @param asking asks about unsaved work and runs what follows where there is none or the person agrees
    public void leaveBy(Consumer<Runnable> asking) {
        leaver = asking;
    }

    /// Asks for the Cal.com to connect with: at once, where the window can do that and the person may, else on the settings
    /// screen.
    public void connect() {
        connector.run();
    }

    /// @param dialog asks for it
    public void connectIn(Runnable dialog) {
        connector = dialog;
    }

    /// Lists the event types that no service is linked to, over the screen that is shown.
    public void unlinked() {
        unlinked.run();
    }

    /// @param dialog opens the list of unlinked event types
    public void unlinkedIn(Runnable dialog) {
        unlinked = dialog;
    }

    /// Shows the services that a filter lets through, whatever the list was narrowed to before.
    public void show(Filter filter) {
        place.set(new Place(Screen.SERVICES, 0, filter, ++visits));
    }

    public ReadOnlyObjectProperty<Place> place() {
        return place.getReadOnlyProperty();
    }
}
