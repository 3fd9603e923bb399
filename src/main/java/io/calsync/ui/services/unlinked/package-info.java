/// The event types that no service is linked to.
@NullMarked
package io.calsync.ui.services.unlinked;

import org.jspecify.annotations.NullMarked;
