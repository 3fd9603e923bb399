package io.calsync.exchange;

import java.util.List;

/// The audit trail of one service in words, to be printed.
///
/// @param title the service
/// @param about how many entries, and of what time
public record TrailPaper(String title, String about, List<Entry> entries) {
    /// One entry.
    ///
    /// @param kind  what happened, in a word or two
    /// @param who   when and by whom
    /// @param lines a sentence per change
    public record Entry(String kind, String who, List<String> lines) {}
}
