package io.calsync.sync;

import io.calsync.domain.Message;
import java.util.Locale;
import java.util.Map;

/// The report that a run leaves in the trail.
final class RunNotes {
    /// How many of the newest entries are looked at for one of the run.
    private static final int RECENT = 50;

    private static final String REPORT = "run.report.";

    private final Session session;

    RunNotes(Session session) {
        this.session = session;
    }

    /// What kind of run it was.
    enum Kind {
        SYNC,
        FORCE,
        PUSH;

        String key() {
            return REPORT + name().toLowerCase(Locale.ROOT);
        }
    }

    /// A run that a person asked for: its counts, and every service that failed with the reason.
    void asked(Kind kind, Report report) throws ProblemException {
        if (report.run().isEmpty()) return;
        for (Map.Entry<Long, Message> failed : report.failed().entrySet()) {
            String name = session.platform().service(failed.getKey()).name();
            session.journal().note(session.cause(Cause.Source.RUN, report.run()), failed.getKey(), name,
                    failed.getValue());
        }
        note(kind, report);
    }

    /// A run that came by itself: its counts where it left anything in the trail.
    void byItself(Kind kind, Report report) throws ProblemException {
        if (report.run().isEmpty()) return;
        boolean left = session.journal().entries(Journal.Query.newest(RECENT)).stream()
                .anyMatch(entry -> entry.cause().run().equals(report.run()));
        if (left) note(kind, report);
    }

    /// A run that a person asked for and that came to nothing.
    void failed(Problem problem) throws ProblemException {
        switch (problem) {
            case Problem.StoreFailed _,Problem.StoreInUse _,Problem.StoreUnusable _ -> {}
            default -> session.journal().note(session.cause(Cause.Source.RUN, session.newRun()), problem.message());
        }
    }

    private static String key(Kind kind, Report report) {
        return switch (report.end()) {
            case COMPLETE -> kind.key();
            case CANCELLED -> REPORT + "cancelled";
            case SILENCE -> REPORT + "silence";
        };
    }

    private void note(Kind kind, Report report) throws ProblemException {
        var counts = Message.of(key(kind, report), report.pushed().size(),
                report.conflicts().size(), report.failed().size(), report.unlinked(), report.requests());
        session.journal().note(session.cause(Cause.Source.RUN, report.run()), counts);
    }
}
