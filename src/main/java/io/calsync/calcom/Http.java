package io.calsync.calcom;

import io.calsync.domain.Message;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends one request within the budget and takes the whole answer. Nothing is repeated, no redirect is followed, and
/// the key appears nowhere but in its header.
final class Http {
    /// The version whose fields and shapes this client speaks. With another one, or none, a PATCH answers 200 and still
    /// drops the length and the custom booking fields (measured; captures 142 and 151).
    static final String VERSION = "2024-06-14";

    private static final Logger LOG = LoggerFactory.getLogger(Http.class);
    private static final MediaType JSON = MediaType.get("application/json");
    private static final long MOST_BYTES_ONE = 4L << 20;
    private static final long MOST_BYTES_MANY = 512L << 20;

    private final CalCom calCom;
    private final URI server;
    private final ApiKey key;
    private final RequestBudget budget;
    private final Problems problems;

    Http(CalCom calCom, URI server, ApiKey key, RequestBudget budget) {
        this.calCom = calCom;
        this.server = server;
        this.key = key;
        this.budget = budget;
        this.problems = new Problems(server, key);
    }

    Problems problems() {
        return problems;
    }

    /// @throws ProblemException where no whole answer came back
    Answer send(Ask ask, RequestBudget.Priority priority) throws ProblemException {
        if (!key.sendable())
            throw new ProblemException(new Problem.KeyRefused(server, Message.of("key.malformed").asArgument()));
        try (var place = place(priority)) {
            return exchange(ask, place);
        }
    }

    private RequestBudget.Place place(RequestBudget.Priority priority) throws ProblemException {
        try {
            if (priority != RequestBudget.Priority.NOW) return budget.take(priority);
            return budget.takeNow()
                    .orElseThrow(() -> new ProblemException(new Problem.TooManyRequests(budget.state().untilFree())));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /// Waits until so many requests may go, or the person gives up.
    boolean ready(int requests, RequestBudget.Priority priority, BooleanSupplier givenUp) throws ProblemException {
        try {
            return budget.ready(requests, priority, givenUp);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private ProblemException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ProblemException(new Problem.Unreachable(server, Message.of("answer.not-sent").asArgument()), e);
    }

    private Answer exchange(Ask ask, RequestBudget.Place place) throws ProblemException {
        Instant asked = calCom.clock().instant();
        try (var response = answer(ask)) {
            place.answered(response.code(), headers(response));
            LOG.debug("{} {} -> {}", ask.method(), ask.path(), response.code());
            String type = response.header("Content-Type", "");
            return new Answer(response.code(), type == null ? "" : type, body(ask, response), asked);
        } catch (IOException e) {
            LOG.debug("{} {} -> {}", ask.method(), ask.path(), e.getClass().getSimpleName());
            throw new ProblemException(problems.unreachable(e));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /// OkHttp does not say that an interruption while it connects comes out of it as it is.
    private Response answer(Ask ask) throws IOException, InterruptedException {
        return calCom.client(ask.many()).newCall(request(ask)).execute();
    }

    private String body(Ask ask, Response response) throws IOException, ProblemException {
        long most = ask.many() ? MOST_BYTES_MANY : MOST_BYTES_ONE;
        try {
            var source = response.body().source();
            if (source.request(most + 1))
                throw new ProblemException(problems.unreadable(Message.of("answer.too-large", most >> 20)));
            return source.readUtf8();
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw new ProblemException(problems.unreadable(Message.of("answer.breaks-off")));
        }
    }

    private Request request(Ask ask) {
        byte[] json = ask.body() == null ? null : Json.write(ask.body());
        return new Request.Builder()
                .url(server + ask.path())
                .header("Authorization", key.authorization())
                .header("cal-api-version", VERSION)
                .header("Accept", "application/json")
                .header("User-Agent", "Calsync-Console")
                .method(ask.method(), json == null ? null : RequestBody.create(json, JSON))
                .build();
    }

    private static Map<String, String> headers(Response response) {
        var headers = new HashMap<String, String>();
        for (var header : response.headers()) headers.put(RateLimits.name(header.getFirst()), header.getSecond());
        return headers;
    }
}
