@NullMarked
package io.calsync.ui.overview;

import org.jspecify.annotations.NullMarked;
