@NullMarked
package io.calsync.sync;

import org.jspecify.annotations.NullMarked;
