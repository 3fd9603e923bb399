package io.calsync.domain;

import java.util.List;

/// A business on the Platform.
///
/// @param currency ISO 4217 code of all its prices
/// @param teamId   its team at Cal.com, 0 when none
public record Company(long id, String name, String currency, long teamId, List<Branch> branches) {
    /// @param id UUID text, as the Platform keeps it
    public record Branch(String id, String name) {}
}
