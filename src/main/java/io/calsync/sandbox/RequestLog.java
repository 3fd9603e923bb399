package io.calsync.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The requests the sandbox was sent, oldest first; the last ten thousand are kept.
public final class RequestLog {
    private static final int KEPT = 10_000;

    private final Deque<LoggedRequest> requests = new ArrayDeque<>();
    private long count;

    synchronized void add(
            Instant at, String method, String path, @Nullable String version, String body, int status) {
        count++;
        requests.add(new LoggedRequest(count, at, method, path, version, body, status));
        if (requests.size() > KEPT) {
            requests.remove();
        }
    }

    /// Everything kept.
    public synchronized List<LoggedRequest> all() {
        return List.copyOf(requests);
    }

    /// What arrived after the request with this number.
    public List<LoggedRequest> since(long number) {
        return all().stream().filter(request -> request.number() > number).toList();
    }

    /// Requests other than GET.
    public List<LoggedRequest> writes() {
        return all().stream().filter(LoggedRequest::isWrite).toList();
    }

    /// Forgets everything but keeps counting.
    public synchronized void clear() {
        requests.clear();
    }
}
