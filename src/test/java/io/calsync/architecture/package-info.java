/// The rules of the code base that no compiler knows.
@NullMarked
package io.calsync.architecture;

import org.jspecify.annotations.NullMarked;
