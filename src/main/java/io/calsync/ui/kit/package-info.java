/// What every screen is made of: the way off the UI thread and back, actions, the looks of a status, field editors,
/// dialogs, banners and themes.
@NullMarked
package io.calsync.ui.kit;

import org.jspecify.annotations.NullMarked;
