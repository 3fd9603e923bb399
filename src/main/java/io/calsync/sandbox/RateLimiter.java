package io.calsync.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Cal.com's limiter: a fixed window per key that begins with its first request; one request too many starts a block
/// of the same length, which further requests do not prolong; then a fresh window.
final class RateLimiter {
    /// Requests that pass in a window for a key.
    static final int PER_KEY = 120;
    /// Requests that pass for a token that is no API key.
    static final int PER_TOKEN = 500;

    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final InstantSource clock;
    private final Map<String, Window> windows = new HashMap<>();

    RateLimiter(InstantSource clock) {
        this.clock = clock;
    }

    /// The state after one more request of this caller.
    synchronized Pass next(String caller, int limit) {
        Instant now = clock.instant();
        Window window = windows.get(caller);
        if (window == null || !now.isBefore(window.ends())) {
            window = new Window(now.plus(WINDOW), 0, false);
        }
        if (!window.blocked() && window.used() == limit) {
            window = new Window(now.plus(WINDOW), limit, true);
        } else if (!window.blocked()) {
            window = new Window(window.ends(), window.used() + 1, false);
        }
        windows.put(caller, window);
        return new Pass(!window.blocked(), limit, limit - window.used(), secondsUntil(now, window.ends()));
    }

    private static long secondsUntil(Instant now, Instant end) {
        return Math.ceilDiv(Duration.between(now, end).toMillis(), 1000L);
    }

    private record Window(Instant ends, int used, boolean blocked) {}

    /// @param reset seconds from now until the window or the block ends
    record Pass(boolean allowed, int limit, int remaining, long reset) {
        Map<String, String> headers() {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("X-RateLimit-Limit-Default", Integer.toString(limit));
            headers.put("X-RateLimit-Remaining-Default", Integer.toString(remaining));
            headers.put("X-RateLimit-Reset-Default", Long.toString(reset));
            return headers;
        }
    }
}
