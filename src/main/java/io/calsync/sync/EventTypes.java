package io.calsync.sync;

import io.calsync.domain.EventType;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Cal.com as the engine needs it: the event types of one connection. Calls block; reading ones wait for the request
/// budget, writing ones do not, so that nothing is written on a look that has grown old. None is repeated by itself.
public interface EventTypes {
    /// Waits until so many requests can go one after the other without a pause, or the person gives up.
    ///
    /// @return whether they can go
    boolean ready(int requests, BooleanSupplier givenUp) throws ProblemException;

    /// Asks whose key it is. The connection test.
    Account account() throws ProblemException;

    /// All event types of the scope, in one look. Proves the API version on the way.
    List<EventType> list() throws ProblemException;

    /// One event type with all its booking fields.
    ///
    /// @throws ProblemException with [Problem.NotFound] where it is deleted or not visible
    EventType read(long eventTypeId) throws ProblemException;

    /// Changes just these fields (with the companions they need) and answers with the event type after it.
    ///
    /// @param current the event type as read by id right before
    /// @throws ProblemException with [Problem.Unreachable], [Problem.ServerFailed] or [Problem.UnreadableAnswer] where it
    ///     may have been applied all the same, with [Problem.TooManyRequests] where it was not sent
    EventType write(EventType current, Patch patch) throws ProblemException;

    /// Creates an event type. Neither repeatable nor atomic at Cal.com: after an unclear answer list before anything else.
    EventType create(Values values, long teamId) throws ProblemException;

    /// Who changed the event type, newest first; empty where the server keeps no such history.
    List<RemoteChange> history(long eventTypeId) throws ProblemException;

    /// The page on which a person can change the event type.
    String webPage(long eventTypeId);

    Budget budget();

    /// About how long so many requests take, one after the other, within the budget.
    Duration untilSent(int requests);

    /// The same event types for a call that a person waits for: it goes before the others where the budget makes wait.
    default EventTypes interactive() {
        return this;
    }

    /// How much of the running minute's requests is used.
    ///
    /// @param untilFree how long until the next request may go, zero when at once
    /// @param sent      requests since the console started
    record Budget(int used, int perMinute, Duration untilFree, long sent) {}

    /// An entry of Cal.com's own history.
    record RemoteChange(String who, Instant at, Map<String, String> changes) {}
}
