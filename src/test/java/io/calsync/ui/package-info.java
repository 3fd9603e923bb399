/// What the tests of all screens share.
@NullMarked
package io.calsync.ui;

import org.jspecify.annotations.NullMarked;
