package io.calsync.ui.kit;

import io.calsync.domain.Field;
import io.calsync.sync.ServiceView;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// One line of the command palette.
///
/// @param about  what it does or belongs to, or why it cannot be done at present
/// @param keys   null where no keys do the same
/// @param usable whether it can be done at present
public record Command(String name, String about, Ikon icon, @Nullable KeyCombination keys, boolean usable,
        Runnable perform) {
    /// Goes to a service.
    public static Command to(ServiceView service, UiContext ui) {
        return new Command(service.name(), service.values().text(Field.CATEGORY), Feather.TAG, null, true,
                () -> ui.navigation().open(Screen.SERVICES, service.id()));
    }
}
