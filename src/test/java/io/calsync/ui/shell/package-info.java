@NullMarked
package io.calsync.ui.shell;

import org.jspecify.annotations.NullMarked;
