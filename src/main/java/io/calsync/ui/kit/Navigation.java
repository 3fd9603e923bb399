package io.calsync.ui.kit;

import java.util.Collection;
import java.util.Set;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where the person is. Screens ask to go elsewhere, the main window follows. UI thread only.
public final class Navigation {
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(new Place(Screen.SERVICES, 0));

    private final ReadOnlyObjectWrapper<Set<Long>> only = new ReadOnlyObjectWrapper<>(Set.of());

    private LongConsumer reviewer = serviceId -> open(Screen.REVIEW, serviceId);

    /// @param serviceId the service to select there, 0 = none
    public record Place(Screen screen, long serviceId) {}

    public void open(Screen screen) {
        place.set(new Place(screen, 0));
    }

    /// Opens a screen with one service selected, such as the review of its differences.
    public void open(Screen screen, long serviceId) {
        place.set(new Place(screen, serviceId));
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

    /// Shows just these services in the table; an empty collection shows all again.
    public void showOnly(Collection<Long> serviceIds) {
        only.set(Set.copyOf(serviceIds));
        open(Screen.SERVICES);
    }

    /// What the table is limited to, empty = every service.
    public ReadOnlyObjectProperty<Set<Long>> only() {
        return only.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Place> place() {
        return place.getReadOnlyProperty();
    }
}
