package io.calsync.sync;

import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.domain.FieldState;
import io.calsync.domain.Link;
import io.calsync.domain.Message;
import io.calsync.domain.Patch;
import io.calsync.domain.Row;
import io.calsync.domain.Standing;
import io.calsync.domain.SyncStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A person decides what no policy may.
public final class Review {
    private final Session session;
    private final Links links;

    public Review(Session session, Links links) {
        this.session = session;
        this.links = links;
    }

    /// What to do with a service whose event type is deleted at Cal.com.
    public enum GoneAnswer {
        DEACTIVATE,
        CREATE,
        WAIT
    }

    /// How many decisions of a bulk were taken.
    ///
    /// @param run     by which they are taken back as one
    /// @param skipped services where the choice is not available or which moved meanwhile, with the reason
    public record Decided(String run, int services, int fields, List<Skipped> skipped) {}

    /// The services that wait for a person, by name.
    public List<ServiceView> conflicts() throws ProblemException {
        return new Catalogue(session).all().stream().filter(view -> view.status() == SyncStatus.CONFLICT).toList();
    }

    /// Every field of a service that can be decided: those that are open and those whose push is refused.
    public static List<FieldState> questions(ServiceView view) {
        return view.outlook().states().values().stream()
                .filter(state -> state.standing() == Standing.OPEN || state.standing() == Standing.BLOCKED)
                .toList();
    }

    /// What would be written where, one sentence per choice.
    public static List<Message> preview(ServiceView view, Map<Field, Choice> choices) {
        return preview(view, choices, Map.of());
    }

    /// The same with what is changed at Cal.com beside the fields.
    ///
    /// @param current the event type as plain JSON, empty where it is not known
    public static List<Message> preview(ServiceView view, Map<Field, Choice> choices, Map<String, ?> current) {
        var sentences = new ArrayList<Message>();
        choices.forEach((field, choice) -> {
            var type = field.type();
            Object value = choice == Choice.CALCOM ? view.row().calcom().get(field) : view.values().get(field);
            sentences.add(Message.of("preview." + choice.name().toLowerCase(Locale.ROOT), field, type.encode(value)));
            if (choice == Choice.PLATFORM) field.mapping().beside(value, current).ifPresent(sentences::add);
        });
        return sentences;
    }

    /// The service's event type as it is now, for a preview.
    public Map<String, Object> current(ServiceView view) throws ProblemException {
        return session.connected().eventTypes().read(view.row().link().eventTypeId()).raw();
    }

    /// Applies a person's choices; on the disk when this returns. The outcome is pushed or taken without an echo.
    ///
    /// @param shownVersion the row's version that the person saw
    /// @param note         the person's reason, "" = none
    /// @throws ProblemException with [Problem.Stale] where the row moved since; then nothing is applied
    public ServiceView decide(long serviceId, long shownVersion, Map<Field, Choice> choices, String note)
            throws ProblemException {
        decide(serviceId, shownVersion, choices, cause("", note));
        return session.view(serviceId);
    }

    /// Chooses one side for the open fields of many services, each on the version that was shown. All carry the same
    /// run, by which they can be taken back as one.
    ///
    /// @param fields the fields that are meant; others of the same services stay open
    public Decided decideMany(Collection<ServiceView> shown, Set<Field> fields, Choice choice, String note)
            throws ProblemException {
        var cause = cause(session.newRun(), note);
        int services = 0;
        int decisions = 0;
        var skipped = new ArrayList<Skipped>();
        for (ServiceView view : shown) {
            var choices = available(view, choice);
            choices.keySet().retainAll(fields);
            if (choices.isEmpty()) {
                skipped.add(new Skipped(view.id(), view.name(), Message.of("bulk.nothing-to-choose")));
                continue;
            }
            try {
                decide(view.id(), view.row().version(), choices, cause);
                services++;
                decisions += choices.size();
            } catch (ProblemException stale) {
                skipped.add(new Skipped(view.id(), view.name(), stale.problem().message()));
            }
        }
        return new Decided(cause.run(), services, decisions, skipped);
    }

    /// The open fields of a service for which a choice is available.
    public static Map<Field, Choice> available(ServiceView view, Choice choice) {
        var choices = new EnumMap<Field, Choice>(Field.class);
        for (FieldState state : questions(view)) {
            if (state.unavailable(choice, view.row(), view.outlook().rules()).isEmpty())
                choices.put(state.field(), choice);
        }
        return choices;
    }

    /// Who changed the service's event type at Cal.com, newest first; empty where the server does not tell.
    public List<EventTypes.RemoteChange> remoteChanges(ServiceView view) throws ProblemException {
        return session.connected().eventTypes().history(view.row().link().eventTypeId());
    }

    /// Answers the question what becomes of a service whose event type is gone.
    public ServiceView answerGone(long serviceId, long shownVersion, GoneAnswer answer, String note)
            throws ProblemException {
        session.mayDecide();
        if (answer == GoneAnswer.CREATE)
            return links.createAgain(serviceId, row -> stillGone(row, shownVersion), cause("", note));
        session.update(serviceId, cause("", note), row -> gone(row, shownVersion, answer));
        return session.view(serviceId);
    }

    private void decide(long serviceId, long shownVersion, Map<Field, Choice> choices, Cause cause)
            throws ProblemException {
        session.mayDecide();
        session.update(serviceId, cause, row -> decided(row, shownVersion, choices));
    }

    private Cause cause(String run, String note) {
        return new Cause(Cause.Source.DECISION, session.operator(), run, note);
    }

    private Row decided(Row row, long shownVersion, Map<Field, Choice> choices) throws ProblemException {
        asShown(row, shownVersion);
        var rules = session.memory().rules();
        for (var choice : choices.entrySet()) {
            var state = FieldState.of(row, choice.getKey(), rules);
            var obstacle = state.verdict().differs() ? state.unavailable(choice.getValue(), row, rules)
                    : Optional.of(Message.of("choice.nothing-open", choice.getKey()));
            if (obstacle.isPresent()) throw new ProblemException(new Problem.NotPossible(obstacle.get()));
        }
        return row.decided(choices, session.clock().instant());
    }

    private Row gone(Row row, long shownVersion, GoneAnswer answer) throws ProblemException {
        stillGone(row, shownVersion);
        if (answer == GoneAnswer.WAIT) return row.keepingWaiting();
        return row.edited(Patch.of(Field.ACTIVE, false).on(row.platform()), session.clock().instant()).unlinked();
    }

    private static void asShown(Row row, long shownVersion) throws ProblemException {
        if (row.version() != shownVersion) throw stale(row);
    }

    private static Row stillGone(Row row, long shownVersion) throws ProblemException {
        asShown(row, shownVersion);
        if (row.link().state() == Link.State.GONE) return row;
        String name = row.platform().text(Field.NAME);
        throw new ProblemException(new Problem.NotPossible(Message.of("gone.not", name)));
    }

    private static ProblemException stale(Row row) {
        return new ProblemException(new Problem.Stale(row.platform().text(Field.NAME)));
    }
}
