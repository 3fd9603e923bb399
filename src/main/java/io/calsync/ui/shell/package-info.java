/// The main window around the screens: navigation, banners, status bar, legend.
@NullMarked
package io.calsync.ui.shell;

import org.jspecify.annotations.NullMarked;
