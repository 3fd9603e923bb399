package io.calsync.sync;

import io.calsync.domain.Message;

/// A service that something done to many left as it was.
public record Skipped(long serviceId, String service, Message why) {}
