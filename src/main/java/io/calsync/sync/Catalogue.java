package io.calsync.sync;

import io.calsync.domain.Company;
import io.calsync.domain.Outlook;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The services of the workspace as they are. Works without a connection.
public final class Catalogue {
    private final Session session;

    public Catalogue(Session session) {
        this.session = session;
    }

    /// All services, by name.
    public List<ServiceView> all() throws ProblemException {
        var rules = session.memory().rules();
        return session.platform().services(session.cause(Cause.Source.PLATFORM)).parallelStream()
                .map(service -> new ServiceView(service, Outlook.of(service.row(), rules)))
                .toList();
    }

    /// @throws ProblemException with [Problem.NotPossible] where there is no such service
    public ServiceView get(long serviceId) throws ProblemException {
        return session.view(serviceId);
    }

    public List<Company> companies() throws ProblemException {
        return session.platform().companies();
    }

    /// Calls back with the ids of changed services, on the thread that changed them.
    ///
    /// @return ends the subscription
    public Runnable subscribe(Consumer<Set<Long>> listener) {
        return session.feed().subscribe(listener);
    }
}
