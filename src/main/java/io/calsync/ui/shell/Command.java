package io.calsync.ui.shell;

import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// One line of the command palette.
///
/// @param about  what it does or belongs to, or why it cannot be done at present
/// @param keys   null where no keys do the same
/// @param usable whether it can be done at present
record Command(String name, String about, Ikon icon, @Nullable KeyCombination keys, boolean usable, Runnable perform) {}
