package io.calsync.calcom;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a server's answers tell of its own limiter: `X-RateLimit-Limit-NAME`, `-Remaining-NAME` and `-Reset-NAME`, with
/// any names. It refuses only when all of them are used up (measured; captures 321 to 330).
final class RateLimits {
    private static final String REMAINING = "x-ratelimit-remaining";
    private static final String RESET = "x-ratelimit-reset";
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration SAME_WINDOW = Duration.ofSeconds(2);

    private final Map<String, Window> windows = new HashMap<>();

    /// @param left   requests that still pass, as far as known
    /// @param others the most that others with the same key were seen to take between two of our answers
    /// @param ends   not earlier than the server's own end of it
    private record Window(long left, long others, Instant ends) {
        Window heard(long remaining, int inFlight, Instant end) {
            // The server counts in whole seconds, rounded up: the smallest end that any answer names is the nearest.
            if (end.isAfter(ends.plus(SAME_WINDOW))) return new Window(remaining - inFlight, others, end);
            long taken = Math.max(others, left - remaining);
            return new Window(Math.min(left, remaining - inFlight), taken, end.isBefore(ends) ? end : ends);
        }

        boolean passes(int requests) {
            return left - others >= requests;
        }
    }

    void starting() {
        windows.replaceAll((_, window) -> new Window(window.left - 1, window.others, window.ends));
    }

    /// @param headers  of an answer, names in lower case
    /// @param inFlight requests that the server may not have counted yet
    void heard(Map<String, String> headers, Instant now, int inFlight) {
        headers.forEach((name, value) -> {
            if (!name.startsWith(REMAINING)) return;
            String limiter = name.substring(REMAINING.length());
            var left = number(value);
            var reset = seconds(headers.get(RESET + limiter));
            if (left.isEmpty() || reset.isEmpty()) return;
            var end = now.plus(reset.get());
            var known = windows.get(limiter);
            if (known != null && now.isBefore(known.ends)) windows.put(limiter, known.heard(left.get(), inFlight, end));
            else windows.put(limiter, new Window(left.get() - inFlight, 0, end));
        });
    }

    /// When so many requests may go at the earliest; the beginning of time when nothing is known against it.
    Instant free(int requests) {
        return windows.values().stream()
                .map(window -> window.passes(requests) ? Instant.EPOCH : window.ends)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /// How long a refusal (429) lasts: what its headers say, else the 60 s that were measured.
    static Duration block(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().startsWith(RESET))
                .flatMap(header -> seconds(header.getValue()).stream())
                .max(Duration::compareTo)
                .orElse(Duration.ofSeconds(60));
    }

    static String name(String header) {
        return header.toLowerCase(Locale.ROOT);
    }

    private static Optional<Duration> seconds(@Nullable String text) {
        if (text == null) return Optional.empty();
        return number(text).map(Duration::ofSeconds).map(reset -> reset.compareTo(LONGEST) < 0 ? reset : LONGEST);
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
