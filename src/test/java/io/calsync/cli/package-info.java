@NullMarked
package io.calsync.cli;

import org.jspecify.annotations.NullMarked;
