@NullMarked
package io.calsync.ui.review;

import org.jspecify.annotations.NullMarked;
