/// The program: finds out whether a window or a command is wanted, and puts the parts together by hand. Alone it sees all
/// packages.
@NullMarked
package io.calsync.app;

import org.jspecify.annotations.NullMarked;
