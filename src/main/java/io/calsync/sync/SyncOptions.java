package io.calsync.sync;

import java.util.Set;

/// How a sync is to go.
///
/// @param retry     services whose refusals and waits are forgotten first
/// @param passGuard code of the guard that a manager lets pass, "" = none
public record SyncOptions(Set<Long> retry, String passGuard) {
    public static final SyncOptions PLAIN = new SyncOptions(Set.of(), "");

    public SyncOptions {
        retry = Set.copyOf(retry);
    }
}
