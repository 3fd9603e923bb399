/// What the window and the commands may ask of the product ([io.calsync.sync.SyncService]), how two sides are brought
/// together, and the ports that Cal.com and the database fill. Knows no HTTP, no SQL and no screen.
@NullMarked
package io.calsync.sync;

import org.jspecify.annotations.NullMarked;
