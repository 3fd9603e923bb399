@NullMarked
package io.calsync.ui.kit;

import org.jspecify.annotations.NullMarked;
