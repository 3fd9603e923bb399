package io.calsync.ui.kit;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where the person is. Screens ask to go elsewhere, the main window follows. UI thread only.
public final class Navigation {
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(new Place(Screen.SERVICES, 0));

    /// @param serviceId the service to select there, 0 = none
    public record Place(Screen screen, long serviceId) {}

    public void open(Screen screen) {
        place.set(new Place(screen, 0));
    }

    /// Opens a screen with one service selected, such as the review of its differences.
    public void open(Screen screen, long serviceId) {
        place.set(new Place(screen, serviceId));
    }

    public ReadOnlyObjectProperty<Place> place() {
        return place.getReadOnlyProperty();
    }
}
