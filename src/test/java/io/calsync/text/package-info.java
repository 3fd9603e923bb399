@NullMarked
package io.calsync.text;

import org.jspecify.annotations.NullMarked;
