package io.calsync.store;

/// Where a console is killed.
enum KillPoint {
    /// An edit is committed, the person has not heard of it.
    EDIT_COMMITTED,
    /// Half of what an edit writes into the file is written.
    IN_EDIT,
    /// An edit is written and not synced.
    BEFORE_SYNC,
    /// The intent is committed, the PATCH has not left.
    INTENT_COMMITTED,
    /// The PATCH is on its way and never arrives.
    PATCH_LOST,
    /// Cal.com has applied the PATCH and its answer is on its way.
    PATCH_APPLIED,
    /// The answer is there and not committed.
    PATCH_ANSWERED,
    IN_DECISION,
    IN_UNDO,
    /// In the one transaction that takes in a whole list.
    IN_LIST,
    /// Cal.com has created an event type and its answer is on its way.
    POST_APPLIED,
    /// The answer is there, the link is not stored.
    POST_ANSWERED,
    IN_IMPORT,
    IN_BACKUP,
    /// While a file that has grown is written anew.
    IN_COMPACTION,
    /// While a backup is unpacked and verified, to be put in the database's place.
    IN_RESTORE,
    ANY_TIME,
    /// Last, because no older console opens what it leaves.
    IN_MIGRATION
}
