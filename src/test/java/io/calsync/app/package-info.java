@NullMarked
package io.calsync.app;

import org.jspecify.annotations.NullMarked;
