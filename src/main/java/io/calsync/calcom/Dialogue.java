package io.calsync.calcom;

import io.calsync.domain.Message;
import io.calsync.sync.Account;
import io.calsync.sync.EventTypes.Budget;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Requests and answers with one server and key, answers opened: the `data` of a good one, a [Problem] for every other.
/// Knows whether the API version is proven at present: a good look in the right shape proves it, whatever may mean that
/// another server or key answers now takes the proof back.
final class Dialogue {
    private final Http http;
    private final Problems problems;
    private final URI server;
    private final RequestBudget budget;
    private volatile boolean proven;

    Dialogue(Http http, URI server, RequestBudget budget) {
        this.http = http;
        this.problems = http.problems();
        this.server = server;
        this.budget = budget;
    }

    /// The opened envelope of a good answer.
    ///
    /// @param asked when the request left
    record Data(Object content, Instant asked) {}

    URI server() {
        return server;
    }

    /// An answer that is not what was asked for.
    ProblemException unreadable(Message detail) {
        proven = false;
        return new ProblemException(problems.unreadable(detail));
    }

    /// An answer in the shape of another version, whose PATCH would destroy settings.
    ProblemException otherVersion() {
        proven = false;
        return new ProblemException(problems.wrongRoute(Message.of("answer.other-version")));
    }

    boolean proven() {
        return proven;
    }

    void prove() {
        proven = true;
    }

    Budget budget() {
        return budget.state();
    }

    Duration untilSent(int requests) {
        return budget.untilSent(requests);
    }

    boolean ready(int requests, RequestBudget.Priority priority, BooleanSupplier givenUp) throws ProblemException {
        return http.ready(requests, priority, givenUp);
    }

    Data ask(Ask ask, RequestBudget.Priority priority) throws ProblemException {
        try {
            return open(ask, http.send(ask, priority), priority);
        } catch (ProblemException e) {
            if (casts(e.problem())) proven = false;
            throw e;
        }
    }

    /// Asks whose key it is.
    Account account(RequestBudget.Priority priority) throws ProblemException {
        return account(me(priority));
    }

    Map<?, ?> me(RequestBudget.Priority priority) throws ProblemException {
        var data = ask(Ask.get(Routes.ME), priority).content();
        if (data instanceof Map<?, ?> me && EventTypeReader.positive(me.get("id")) > 0) return me;
        throw unreadable(Message.of("answer.no-account"));
    }

    static Account account(Map<?, ?> me) {
        return new Account(EventTypeReader.positive(me.get("id")), text(me, "username"), text(me, "email"));
    }

    static String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }

    private Data open(Ask ask, Answer answer, RequestBudget.Priority priority) throws ProblemException {
        if (!answer.good()) throw new ProblemException(refusal(ask, answer, priority));
        try {
            String body = answer.body();
            if (body.isEmpty()) throw unreadable(Message.of("answer.empty", answer.status()));
            if (Json.read(body) instanceof Map<?, ?> envelope && envelope.get("data") instanceof Object content) {
                return new Data(content, answer.asked());
            }
            throw unreadable(Message.of("answer.no-data"));
        } catch (IOException e) {
            throw unreadable(Message.of("answer.no-json", String.valueOf(e.getMessage()),
                    problems.clean(answer.contentType())));
        }
    }

    private Problem refusal(Ask ask, Answer answer, RequestBudget.Priority priority) throws ProblemException {
        if (answer.status() == 429) return new Problem.TooManyRequests(budget.state().untilFree());
        if (answer.status() != 401 || ask.path().equals(Routes.ME)) return problems.of(ask, answer);
        proven = false;
        // Throws where the key really is refused. Else it is good and may not do this, as in a locked organization.
        me(priority);
        return problems.rejected(answer);
    }

    private static boolean casts(Problem problem) {
        return problem instanceof Problem.Unreachable
                || problem instanceof Problem.KeyRefused
                || problem instanceof Problem.WrongRoute
                || problem instanceof Problem.UnreadableAnswer;
    }
}
