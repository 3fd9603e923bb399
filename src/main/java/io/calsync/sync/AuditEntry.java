package io.calsync.sync;

import io.calsync.domain.Change;
import io.calsync.domain.Message;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One link of the audit trail.
///
/// @param seq       counts from 1 without a gap
/// @param serviceId 0 where the entry is about a run or the workspace
/// @param service   the service's name at that time, "" where there is none
/// @param what      a sentence beside the changes, null when they say it all
/// @param hash      SHA-256 over this entry and the hash before it, lower-case hex
public record AuditEntry(
        long seq,
        Instant at,
        Cause cause,
        long serviceId,
        String service,
        @Nullable Message what,
        List<Change> changes,
        String hash) {}
