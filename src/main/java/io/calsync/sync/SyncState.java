package io.calsync.sync;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How it stands between the two sides, for the status bar and `calsync status`.
///
/// @param connection null while none is set up
/// @param checked    when Cal.com was last listed, null before the first time
/// @param waiting    services whose push waits
/// @param eta        about how long the queue takes within the request budget
/// @param budget     null while no connection is set up
/// @param guard      what stopped the last run, null when nothing did
/// @param problem    why Cal.com cannot be reached at present, null when it can
/// @param since      when that began
public record SyncState(
        @Nullable Connection connection,
        @Nullable Instant checked,
        int waiting,
        Duration eta,
        EventTypes.@Nullable Budget budget,
        @Nullable Guard guard,
        @Nullable Problem problem,
        @Nullable Instant since) {}
