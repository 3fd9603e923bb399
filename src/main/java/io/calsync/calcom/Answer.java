package io.calsync.calcom;

import java.time.Instant;

/// What came back.
///
/// @param body  whole, within the bounds of [Http]
/// @param asked when the request left
record Answer(int status, String contentType, String body, Instant asked) {
    boolean good() {
        return status >= 200 && status < 300;
    }
}
