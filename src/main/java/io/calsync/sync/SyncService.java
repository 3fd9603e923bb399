package io.calsync.sync;

/// All that the window and the commands may ask of the product, by subject. Every call may touch database or network and
/// belongs off the UI thread; what is returned is immutable.
///
/// @param catalogue the services as they are, and word of their changes
/// @param editing   a person changes or adds services
/// @param runs      check, sync, force, and how it stands
/// @param review    a person decides differences
/// @param links     services and event types find each other
/// @param history   the audit trail and undo
/// @param policies  what happens by itself
public record SyncService(
        Catalogue catalogue, Editing editing, Runs runs, Review review, Links links, History history,
        Policies policies) {}
