@NullMarked
package io.calsync.ui.settings;

import org.jspecify.annotations.NullMarked;
