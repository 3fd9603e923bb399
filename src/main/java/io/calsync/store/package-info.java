/// The database: the Platform's own tables as one side of the sync, and beside them the rows, the audit trail and the
/// settings that make up the memory. [io.calsync.store.Workspace] is the way in.
@NullMarked
package io.calsync.store;

import org.jspecify.annotations.NullMarked;
