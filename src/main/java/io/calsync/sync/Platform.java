package io.calsync.sync;

import io.calsync.domain.Company;
import io.calsync.domain.EventType;
import io.calsync.domain.Service;
import io.calsync.domain.Values;
import java.util.List;
import java.util.Optional;

/// The business's own record of its services.
public interface Platform {
    List<Company> companies() throws ProblemException;

    /// All services with their rows, by name. Takes note (audited) of what others changed there since the last look.
    List<Service> services(Cause cause) throws ProblemException;

    /// @throws ProblemException with [Problem.NotPossible] where there is no such service
    Service service(long id) throws ProblemException;

    /// Adds a service and answers with its id.
    ///
    /// @param branchId UUID text, "" = of the whole company
    long add(long companyId, String branchId, Values values, Cause cause) throws ProblemException;

    /// Makes a service of each event type, linked to it and agreeing with it, all or none.
    ///
    /// @param branchId UUID text, "" = of the whole company
    /// @return their ids, in the order of the event types
    List<Long> importAll(long companyId, String branchId, List<EventType> eventTypes, Cause cause)
            throws ProblemException;

    /// How many services wait for their push, by the status that is projected onto them; cheap enough for every tick.
    int pending() throws ProblemException;

    /// The company to which the Platform's own table of event types assigns one; empty where it says nothing.
    Optional<Long> ownerOf(long eventTypeId) throws ProblemException;
}
