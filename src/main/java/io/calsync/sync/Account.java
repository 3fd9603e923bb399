package io.calsync.sync;

/// Whose key it is, from `/v2/me`.
public record Account(long id, String username, String email) {}
