package io.calsync.sync;

import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Outlook;
import io.calsync.domain.Patch;
import io.calsync.domain.Row;
import io.calsync.domain.Rules;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Sends what is due of one service to the event type it is linked to: read by id, compare, commit the intent, PATCH, verify the answer. A failure concerns
/// this service alone; only what concerns the connection as a whole is thrown.
final class Pusher {
    /// A look older than this authorises no write.
    private static final Duration FRESH = Duration.ofSeconds(5);

    /// From this failure on each field goes alone, and one that fails alone is refused: Cal.com answers some values with
    /// status 500 for ever (length null, integers over 2^31).
    private static final int ISOLATE_AFTER = 2;

    /// How often a service is looked at again in one run before it has to wait for the next.
    private static final int LOOKS = 4;

    private final Session session;
    private final EventTypes eventTypes;
    private final Backoff backoff;
    private final SlugOrder slugs;
    private final String run;
    private final Progress progress;
    private final long serviceId;
    private final long eventTypeId;

    /// @param row linked
    Pusher(Session session, EventTypes eventTypes, Backoff backoff, SlugOrder slugs, String run, Progress progress,
            Row row) {
        this.session = session;
        this.eventTypes = eventTypes;
        this.backoff = backoff;
        this.slugs = slugs;
        this.run = run;
        this.progress = progress;
        this.serviceId = row.id();
        this.eventTypeId = row.link().eventTypeId();
    }

    /// How a PATCH ended.
    private sealed interface Sent {
        record Written(EventType answer) implements Sent {}

        record Rejected(Message why) implements Sent {}

        record NotSent() implements Sent {}

        record Unclear(Problem problem) implements Sent {}
    }

    /// @return the fields whose write was verified
    Set<Field> push() throws ProblemException {
        var row = session.rows().get(serviceId);
        var pushed = EnumSet.noneOf(Field.class);
        if (row.attempt().waitsAt(session.clock().instant())) return pushed;
        boolean alone = row.attempt().failures() >= ISOLATE_AFTER;
        var tried = EnumSet.noneOf(Field.class);
        var current = look();
        for (int looks = 1; current.isPresent() && looks <= LOOKS;) {
            var batch = next(current.get(), alone, tried);
            if (batch.isEmpty()) return pushed;
            switch (send(current.get(), batch)) {
                case Sent.Written(EventType answer) -> {
                    pushed.addAll(arrived(batch));
                    tried.addAll(batch.fields());
                    current = Optional.of(answer);
                }
                case Sent.Rejected(Message why) -> {
                    if (batch.fields().size() == 1) {
                        refuse(batch, why);
                        tried.addAll(batch.fields());
                    }
                    alone = true;
                }
                case Sent.NotSent() -> {
                    current = look();
                    looks++;
                }
                case Sent.Unclear(Problem problem) -> {
                    pushed.addAll(readBack(batch, problem));
                    return pushed;
                }
            }
            if (current.isPresent() && isOld(current.get())) current = look();
        }
        return pushed;
    }

    /// Reads the event type, takes note of it and lets the policies act. Empty where it is gone, does not answer, or the run is
    /// ended before it has answered.
    private Optional<EventType> look() throws ProblemException {
        var asked = session.clock().instant();
        try {
            if (!eventTypes.ready(2, progress::cancelled)) return Optional.empty();
            var answer = eventTypes.read(eventTypeId);
            update(cause(Cause.Source.DRIFT), row -> row.seen(answer));
            letPoliciesAct(answer);
            return Optional.of(answer);
        } catch (ProblemException failure) {
            if (Thread.currentThread().isInterrupted()) return Optional.empty();
            if (!failure.problem().isOfOneRequest()) throw failure;
            if (failure.problem() instanceof Problem.NotFound)
                update(cause(Cause.Source.DRIFT), row -> row.missing(eventTypeId, asked));
            else
                postpone(failure.problem());
            return Optional.empty();
        }
    }

    /// A policy acts on nothing but what was just read: an answer may lack a field, or be dated before the newest one.
    private void letPoliciesAct(EventType read) throws ProblemException {
        var row = update(cause(Cause.Source.POLICY), now -> underPolicies(read, now));
        var missing = notShown(read, row, session.memory().rules());
        if (missing.isPresent()) postpone(notShown(missing.get()));
    }

    /// Under the policies of the moment of the commit: a person may just have lifted one.
    private Row underPolicies(EventType read, Row row) throws ProblemException {
        var rules = session.memory().rules();
        return notShown(read, row, rules).isEmpty() ? row.underPolicies(rules, session.clock().instant()) : row;
    }

    private static Optional<Field> notShown(EventType read, Row row, Rules rules) {
        return Outlook.of(row, rules).underPolicy().stream()
                .filter(field -> !Objects.equals(read.values().raw(field), row.calcom().raw(field)))
                .findFirst();
    }

    /// The next fields that may travel together: *No guests* alone, because of the booking fields that go with it.
    private Patch next(EventType current, boolean alone, Set<Field> tried) throws ProblemException {
        var row = session.rows().get(serviceId);
        var due = due(row);
        var candidates = EnumSet.noneOf(Field.class);
        for (Field field : due.fields()) {
            if (tried.contains(field)) continue;
            if (!shows(current, row, field)) {
                postpone(notShown(field));
                continue;
            }
            var obstacle = obstacle(row, field, current);
            if (obstacle.isPresent()) refuse(due.only(Set.of(field)), obstacle.get());
            else if (field != Field.SLUG || !slugs.mustWait(row)) candidates.add(field);
        }
        var together = EnumSet.copyOf(candidates);
        together.remove(Field.DISABLE_GUESTS);
        if (together.isEmpty()) return due.only(candidates);
        return due.only(alone ? Set.of(together.iterator().next()) : together);
    }

    private Optional<Message> obstacle(Row row, Field field, EventType current) {
        return field == Field.SLUG ? slugs.cycle(row) : field.mapping().obstacle(current.raw());
    }

    private Sent send(EventType current, Patch batch) throws ProblemException {
        if (isOld(current) || !intended(current, batch)) return new Sent.NotSent();
        if (isOld(current)) {
            update(cause(Cause.Source.PUSH), row -> row.notSent(batch));
            return new Sent.NotSent();
        }
        try {
            var answer = eventTypes.write(current, batch);
            update(cause(Cause.Source.PUSH, replaced(current, batch)),
                    row -> row.wrote(batch, answer));
            return new Sent.Written(answer);
        } catch (ProblemException failure) {
            return sent(batch, failure);
        }
    }

    private Sent sent(Patch batch, ProblemException failure) throws ProblemException {
        var problem = failure.problem();
        switch (problem) {
            case Problem.Unreachable _,Problem.ServerFailed _,Problem.UnreadableAnswer _ -> {
                return new Sent.Unclear(problem);
            }
            default -> update(cause(Cause.Source.PUSH), row -> row.notSent(batch));
        }
        return switch (problem) {
            case Problem.Rejected(int status, String detail) when status != 401 ->
                    new Sent.Rejected(Message.of("refusal.rejected", batch.fields().iterator().next(), detail));
            case Problem.Rejected _,Problem.SlugTaken _,Problem.NotPossible _ -> new Sent.Rejected(problem.message());
            case Problem.TooManyRequests _,Problem.NotFound _ -> new Sent.NotSent();
            default -> throw failure;
        };
    }

    /// After a PATCH of unknown outcome the event type itself tells whether it arrived. What did not is tried again later,
    /// or, when it failed alone several times while reading works, not again by itself.
    private Set<Field> readBack(Patch batch, Problem problem) throws ProblemException {
        if (look().isEmpty()) return Set.of();
        var arrived = arrived(batch);
        if (arrived.equals(batch.fields())) return arrived;
        boolean hopeless = problem instanceof Problem.ServerFailed(int status, _) && status == 500;
        boolean again = session.rows().get(serviceId).attempt().failures() >= ISOLATE_AFTER;
        if (hopeless && again && batch.fields().size() == 1) refuse(batch, problem.message());
        else postpone(problem);
        return arrived;
    }

    /// What was sent and is now what both sides agree on.
    private Set<Field> arrived(Patch batch) throws ProblemException {
        var base = session.rows().get(serviceId).base();
        return batch.fields().stream()
                .filter(field -> Objects.equals(base.raw(field), batch.to().get(field)))
                .collect(Collectors.toSet());
    }

    /// Commits the intent, unless a person changed the service since it was planned.
    private boolean intended(EventType current, Patch batch) throws ProblemException {
        var row = update(cause(Cause.Source.PUSH, replaced(current, batch)),
                now -> isDue(now, current, batch) ? now.sending(batch, session.clock().instant()) : now);
        return row.awaitsAnswer() && isDue(row, current, batch);
    }

    private boolean isDue(Row row, EventType current, Patch batch) throws ProblemException {
        return due(row).to().entrySet().containsAll(batch.to().entrySet())
                && batch.fields().stream().allMatch(field -> shows(current, row, field));
    }

    /// The law: only a value that was just read and that both sides last agreed on is replaced.
    private static boolean shows(EventType current, Row row, Field field) {
        return current.id() == row.link().eventTypeId()
                && Objects.equals(current.values().raw(field), row.base().raw(field));
    }

    private Problem notShown(Field field) throws ProblemException {
        return new Problem.UnreadableAnswer(session.connected().connection().server(),
                Message.of("answer.not-shown", field).asArgument());
    }

    private Patch due(Row row) throws ProblemException {
        return Outlook.of(row, session.memory().rules()).due();
    }

    private void refuse(Patch batch, Message why) throws ProblemException {
        update(cause(Cause.Source.PUSH), row -> row.refused(batch, why, session.clock().instant()));
    }

    private void postpone(Problem problem) throws ProblemException {
        var pause = problem instanceof Problem.TooManyRequests(Duration asked) ? asked : Duration.ZERO;
        var now = session.clock().instant();
        update(cause(Cause.Source.PUSH),
                row -> row.failed(problem.message(), now, backoff.next(row.attempt().failures(), now, pause)));
    }

    /// A person may have linked the service elsewhere, or not at all, while a request was under way. Then what it brings does
    /// not concern the service any more.
    private Row update(Cause cause, Rows.Step step) throws ProblemException {
        return session.update(serviceId, cause,
                row -> row.link().eventTypeId() == eventTypeId ? step.apply(row) : row);
    }

    private boolean isOld(EventType look) {
        var age = Duration.between(look.asked(), session.clock().instant());
        return age.isNegative() || age.compareTo(FRESH) > 0;
    }

    private Cause cause(Cause.Source source) {
        return cause(source, "");
    }

    private Cause cause(Cause.Source source, String note) {
        return new Cause(source, session.operator(), run, note);
    }

    private static String replaced(EventType current, Patch batch) {
        return batch.to().entrySet().stream()
                .flatMap(change -> change.getKey().mapping().replaces(change.getValue(), current.raw()).stream())
                .collect(Collectors.joining(", "));
    }
}
