package io.calsync.ui.shell;

import io.calsync.domain.Field;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.UiContext;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// One line of the command palette.
///
/// @param about  what it does or belongs to, or why it cannot be done at present
/// @param keys   null where no keys do the same
/// @param usable whether it can be done at present
record Command(String name, String about, Ikon icon, @Nullable KeyCombination keys, boolean usable, Runnable perform) {
    /// Goes to a service.
    static Command to(ServiceView service, UiContext ui) {
        return new Command(service.name(), service.values().text(Field.CATEGORY), Feather.TAG, null, true,
                () -> ui.navigation().open(Screen.SERVICES, service.id()));
    }
}
