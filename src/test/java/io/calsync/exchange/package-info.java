@NullMarked
package io.calsync.exchange;

import org.jspecify.annotations.NullMarked;
