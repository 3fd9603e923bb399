package io.calsync.sync;

import io.calsync.domain.Outlook;
import io.calsync.domain.Row;
import io.calsync.domain.Service;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What all subjects of [SyncService] share: one workspace, one person, and the connection if there is one.
///
/// @param cal null while no connection is set up; everything stays readable and editable
public record Session(
        Rows rows,
        Platform platform,
        Journal journal,
        Memory memory,
        @Nullable Cal cal,
        Operator operator,
        InstantSource clock,
        Feed feed) {
    /// Cal.com as it is connected.
    public record Cal(Connection connection, EventTypes eventTypes) {}

    /// @throws ProblemException where no connection is set up
    Cal connected() throws ProblemException {
        if (cal == null) throw new ProblemException(new Problem.NotConnected());
        return cal;
    }

    Optional<Cal> connection() {
        return Optional.ofNullable(cal);
    }

    Cause cause(Cause.Source source) {
        return cause(source, "");
    }

    /// Names what is begun now and may leave many entries: a run, a bulk of decisions.
    String newRun() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    Cause cause(Cause.Source source, String run) {
        return new Cause(source, operator, run, "");
    }

    void mayEdit() throws ProblemException {
        if (!operator.role().mayEdit()) throw new ProblemException(new Problem.NotAllowed(operator.role()));
    }

    void mayDecide() throws ProblemException {
        if (!operator.role().mayDecide()) throw new ProblemException(new Problem.NotAllowed(operator.role()));
    }

    ServiceView view(Service service) throws ProblemException {
        return new ServiceView(service, Outlook.of(service.row(), memory.rules()));
    }

    ServiceView view(long serviceId) throws ProblemException {
        return view(platform.service(serviceId));
    }

    /// Changes one row and, where it did change, tells those who show it.
    Row update(long serviceId, Cause cause, Rows.Step step) throws ProblemException {
        var before = rows.get(serviceId).version();
        var row = rows.update(serviceId, cause, step);
        if (row.version() == before) return row;
        switch (cause.source()) {
            case EDIT, DECISION, UNDO -> feed.changedByPerson(serviceId);
            default -> feed.changed(serviceId);
        }
        return row;
    }
}
