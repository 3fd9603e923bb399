/// One change of one field of many services: what it is, what it would do, and the deed.
@NullMarked
package io.calsync.ui.services.bulk;

import org.jspecify.annotations.NullMarked;
