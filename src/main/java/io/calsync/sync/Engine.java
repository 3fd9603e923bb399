package io.calsync.sync;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Outlook;
import io.calsync.domain.Row;
import io.calsync.domain.SyncStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One run from look to report. Called on the engine thread alone; how it stands may be asked from any.
final class Engine {
    /// After so many services in a row that got no answer the rest is not tried in this run.
    private static final int SILENT_SERVICES = 3;

    private final Session session;
    private final Backoff backoff;
    private final Capabilities capabilities;
    private volatile @Nullable Instant checked;
    private volatile @Nullable Guard guard;
    private volatile @Nullable Problem problem;
    private volatile @Nullable Instant since;
    private volatile Detector.@Nullable Look glanced;

    Engine(Session session, Backoff backoff) {
        this.session = session;
        this.backoff = backoff;
        this.capabilities = new Capabilities(session);
    }

    @Nullable
    Instant checked() {
        return checked;
    }

    @Nullable
    Guard guard() {
        return guard;
    }

    @Nullable
    Problem problem() {
        return problem;
    }

    /// When the problem began, null while there is none.
    @Nullable
    Instant since() {
        return since;
    }

    Report sync(SyncOptions options, Progress progress) throws ProblemException {
        return force(new Runs.ForcePreview(Map.of(), Map.of()), options, progress);
    }

    /// A sync that pushes over the values that were shown.
    Report force(Runs.ForcePreview shown, SyncOptions options, Progress progress) throws ProblemException {
        try {
            var report = run(shown, options, progress);
            met(null);
            return report;
        } catch (ProblemException failure) {
            // What an interrupted wait ends in says nothing about Cal.com.
            if (Thread.currentThread().isInterrupted()) return Report.notBegun();
            met(failure.problem() instanceof Problem.Stopped ? null : failure.problem());
            throw failure;
        }
    }

    private void met(@Nullable Problem now) {
        if (now == null) since = null;
        else if (since == null) since = session.clock().instant();
        problem = now;
    }

    /// Looks at Cal.com for a person who may not write: a look that a guard would stop shows what is remembered.
    List<ServiceView> glance() throws ProblemException {
        try {
            var detector = new Detector(session);
            var look = detector.look();
            checked = session.clock().instant();
            met(null);
            glanced = look.guard().isPresent() ? null : look;
            return glanced == null ? new Catalogue(session).all() : detector.asSeen(look);
        } catch (ProblemException failure) {
            met(failure.problem());
            throw failure;
        }
    }

    /// The same while Cal.com does not answer: the workspace as it is now beside what the last glance saw there.
    List<ServiceView> remembered() throws ProblemException {
        var detector = new Detector(session);
        return glanced instanceof Detector.Look look ? detector.asListed(detector.afresh(look))
                : new Catalogue(session).all();
    }

    /// Pushes some services, as an edit or a decision asks for. Where a guard stands they wait for the run that passes it.
    Report push(Collection<Long> serviceIds, Progress progress) throws ProblemException {
        long before = sent();
        var rules = session.memory().rules();
        var due = new ArrayList<Row>();
        for (long id : guard != null || isAnotherConnection() ? List.<Long>of() : serviceIds) {
            var row = session.rows().get(id);
            if (row.link().linked() && Outlook.of(row, rules).needsPush()) due.add(row);
        }
        var report = pushed(due, new Plan(List.of(), List.of(), null, 0), progress, session.newRun());
        return report.completed(List.of(), report.failed(), 0, (int) (sent() - before));
    }

    private Report run(Runs.ForcePreview shown, SyncOptions options, Progress progress) throws ProblemException {
        var run = session.newRun();
        session.connected();
        long before = sent();
        if (!session.connected().eventTypes().ready(1, progress::cancelled)) return Report.notBegun();
        var detector = new Detector(session);
        var look = detector.look();
        if (problem != null && problem.isOutage()) resume(look, run);
        if (pass(look, options, run)) look = detector.afresh(look);
        if (!options.retry().isEmpty()) capabilities.forget(session.cause(Cause.Source.RUN, run));
        for (long id : options.retry()) session.update(id, session.cause(Cause.Source.RUN, run), Row::retried);
        detector.takeIn(look, session.cause(Cause.Source.DRIFT, run));
        new Force(session).apply(shown, run);
        checked = session.clock().instant();
        var plan = detector.plan(look);
        var report = pushed(due(), plan, progress, run);
        var rows = session.rows().all();
        capabilities.learn(rows, session.cause(Cause.Source.RUN, run));
        int requests = (int) (sent() - before);
        return report.completed(conflicts(rows), errors(rows, report.failed()), plan.unlinked().size(), requests);
    }

    /// What was agreed on with another server, account or scope says nothing about this one; a run stops at its guard.
    private boolean isAnotherConnection() throws ProblemException {
        var identity = session.connected().connection().identity();
        return session.memory().identity().filter(known -> !known.equals(identity)).isPresent();
    }

    /// Stops, or notes that a manager let it go on. With another connection nothing counts as agreed on any more.
    ///
    /// @return whether the rows are others than those that were looked at
    private boolean pass(Detector.Look look, SyncOptions options, String run) throws ProblemException {
        var seen = look.guard().orElse(null);
        if (seen != null && !seen.code().equals(options.passGuard())) {
            if (!seen.equals(guard)) session.journal().note(session.cause(Cause.Source.GUARD, run), seen.saw());
            guard = seen;
            throw new ProblemException(new Problem.Stopped(seen));
        }
        guard = null;
        if (seen != null)
            session.journal().note(session.cause(Cause.Source.GUARD, run), Message.of("guard.passed", seen.code()));
        var identity = session.connected().connection().identity();
        var known = session.memory().identity();
        if (known.filter(identity::equals).isPresent()) return false;
        if (known.isPresent()) {
            forgetAgreements(look, run);
            capabilities.forget(session.cause(Cause.Source.GUARD, run));
        }
        session.memory().identity(identity, session.cause(Cause.Source.RUN, run));
        return known.isPresent();
    }

    /// Cal.com has answered after a time of silence: the queue goes out in this run.
    private void resume(Detector.Look look, String run) throws ProblemException {
        for (Row row : look.rows())
            if (row.attempt().next() != null)
                session.update(row.id(), session.cause(Cause.Source.RUN, run), Row::resumed);
    }

    private void forgetAgreements(Detector.Look look, String run) throws ProblemException {
        var steps = new LinkedHashMap<Long, Rows.Step>();
        for (Row row : look.rows()) if (row.link().linked()) steps.put(row.id(), Row::withoutAgreement);
        session.rows().updateAll(session.cause(Cause.Source.GUARD, run), steps);
        session.feed().changed(steps.keySet());
    }

    private Report pushed(List<Row> due, Plan plan, Progress progress, String run) throws ProblemException {
        var pushed = new LinkedHashSet<Long>();
        var failed = new LinkedHashMap<Long, Message>();
        int silent = 0;
        int done = 0;
        var turns = new Turns(session, due);
        while (!progress.cancelled() && silent < SILENT_SERVICES && turns.next() instanceof Row row) {
            progress.at(done, done + 1 + turns.left(), row.platform().text(Field.NAME));
            done++;
            var verified = pusher(row, run, progress).push();
            if (!verified.isEmpty()) pushed.add(row.id());
            capabilities.proved(verified);
            var after = session.rows().get(row.id());
            if (after.attempt().why() instanceof Message why) failed.put(row.id(), why);
            silent = after.attempt().failures() > row.attempt().failures() ? silent + 1 : 0;
        }
        progress.at(done, done + turns.left(), "");
        var early = progress.cancelled() ? Report.End.CANCELLED : Report.End.SILENCE;
        var end = progress.cancelled() || turns.left() > 0 ? early : Report.End.COMPLETE;
        return new Report(run, plan, List.copyOf(pushed), List.of(), failed, 0, 0, end);
    }

    /// Who holds which slug is looked up anew for every service that needs one, because the push before may have set it free.
    private Pusher pusher(Row row, String run, Progress progress) throws ProblemException {
        var rules = session.memory().rules();
        boolean slugDue = Outlook.of(row, rules).due().fields().contains(Field.SLUG);
        var slugs = new SlugOrder(slugDue ? session.rows().all() : List.of(), rules);
        return new Pusher(session, session.connected().eventTypes(), backoff, slugs, run, progress, row);
    }

    /// What failed in this run, and what an earlier one could not do and nobody has mended.
    private Map<Long, Message> errors(List<Row> rows, Map<Long, Message> failed) throws ProblemException {
        var rules = session.memory().rules();
        var errors = new LinkedHashMap<>(failed);
        for (Row row : rows) {
            var open = Outlook.of(row, rules).errors();
            if (!open.isEmpty()) errors.put(row.id(), open.getFirst());
        }
        return errors;
    }

    private long sent() {
        return session.connection().map(cal -> cal.eventTypes().budget().sent()).orElse(0L);
    }

    private List<Row> due() throws ProblemException {
        var rules = session.memory().rules();
        return session.rows().all().stream().filter(row -> row.link().linked() && Outlook.of(row, rules).needsPush())
                .toList();
    }

    private List<Long> conflicts(List<Row> rows) throws ProblemException {
        var rules = session.memory().rules();
        return rows.stream().filter(row -> Outlook.of(row, rules).status() == SyncStatus.CONFLICT).map(Row::id)
                .toList();
    }
}
