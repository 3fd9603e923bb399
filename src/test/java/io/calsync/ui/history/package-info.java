@NullMarked
package io.calsync.ui.history;

import org.jspecify.annotations.NullMarked;
