package io.calsync.calcom;

import io.calsync.domain.Message;
import io.calsync.sync.Problem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Turns a refusing answer, or none, into a [Problem]. Decides by the HTTP status; of the body only the server's own
/// sentences are taken, because its `details` repeat the request.
final class Problems {
    private static final int LONGEST = 300;
    private static final Pattern SLUG_CLASH =
            Pattern.compile("event_type_url_duplicate|event type with this slug", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_EVENT_TYPE =
            Pattern.compile("event.?type.*(not found|not exist)", Pattern.CASE_INSENSITIVE);

    private final URI server;
    private final ApiKey key;

    Problems(URI server, ApiKey key) {
        this.server = server;
        this.key = key;
    }

    /// What an answer that is not 2xx means. A 401 counts as refused key here; whether it is one, `/v2/me` tells.
    Problem of(Ask ask, Answer answer) {
        int status = answer.status();
        String said = said(answer);
        if (status >= 500) return new Problem.ServerFailed(status, said);
        return switch (status) {
            case 401, 403 -> new Problem.KeyRefused(server, said);
            case 404 -> ask.eventTypeId() > 0 && NO_EVENT_TYPE.matcher(said).find() && !said.startsWith("Cannot ")
                    ? new Problem.NotFound(ask.eventTypeId())
                    : new Problem.WrongRoute(server, said);
            case 429 -> new Problem.TooManyRequests(Duration.ofSeconds(60));
            case 400 -> badRequest(ask, answer, said);
            default -> status < 400 ? wrongRoute(Message.of("answer.redirect", status))
                    : new Problem.Rejected(status, said);
        };
    }

    /// The same words for a 401 with a key that `/v2/me` accepts, such as a locked organization.
    Problem rejected(Answer answer) {
        return new Problem.Rejected(answer.status(), said(answer));
    }

    Problem wrongRoute(Message detail) {
        return new Problem.WrongRoute(server, detail.asArgument());
    }

    Problem unreadable(Message detail) {
        return new Problem.UnreadableAnswer(server, detail.asArgument());
    }

    Problem unreachable(IOException e) {
        return new Problem.Unreachable(server, switch (e) {
            case UnknownHostException _ -> Message.of("answer.unknown-host").asArgument();
            case ConnectException _ -> Message.of("answer.no-connection").asArgument();
            case InterruptedIOException _ when Thread.currentThread().isInterrupted() ->
                    Message.of("answer.interrupted").asArgument();
            case InterruptedIOException _ -> Message.of("answer.time-out").asArgument();
            case SSLException _ -> clean("TLS: " + e.getMessage());
            default -> Message.of("answer.connection-lost").asArgument();
        });
    }

    /// A POST that fails inside the server with this code may have created the event type halfway (capture 420).
    private Problem badRequest(Ask ask, Answer answer, String said) {
        if (SLUG_CLASH.matcher(said).find()) return new Problem.SlugTaken(ask.slug());
        boolean halfway = ask.method().equals("POST") && "TRPCError".equals(error(answer).get("code"));
        return halfway ? new Problem.ServerFailed(400, said) : new Problem.Rejected(400, said);
    }

    private String said(Answer answer) {
        var error = error(answer);
        var sentences = new ArrayList<String>();
        if (error.get("details") instanceof Map<?, ?> details) constraints(details.get("errors"), sentences, 0);
        if (sentences.isEmpty()) addTexts(error.get("message"), sentences);
        return sentences.isEmpty() ? "HTTP " + answer.status() : clean(String.join("; ", sentences));
    }

    private static Map<?, ?> error(Answer answer) {
        Map<?, ?> body = Json.object(answer.body()).orElse(Map.of());
        return body.get("error") instanceof Map<?, ?> error ? error : body;
    }

    private static void constraints(@Nullable Object errors, List<String> sentences, int depth) {
        if (!(errors instanceof List<?> list) || depth > 5) return;
        for (Object entry : list) {
            if (!(entry instanceof Map<?, ?> error)) continue;
            if (error.get("constraints") instanceof Map<?, ?> broken)
                addTexts(new ArrayList<>(broken.values()), sentences);
            constraints(error.get("children"), sentences, depth + 1);
        }
    }

    private static void addTexts(@Nullable Object texts, List<String> sentences) {
        if (texts instanceof String text && !text.isBlank()) sentences.add(text);
        if (texts instanceof List<?> list) list.forEach(text -> addTexts(text, sentences));
    }

    /// One short line without the key.
    String clean(String text) {
        String line = key.removedFrom(text).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST ? line.replaceAll("\\.$", "") : line.substring(0, LONGEST) + "…";
    }
}
