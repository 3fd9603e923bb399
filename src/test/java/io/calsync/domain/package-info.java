@NullMarked
package io.calsync.domain;

import org.jspecify.annotations.NullMarked;
