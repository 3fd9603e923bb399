package io.calsync.calcom;

import io.calsync.sync.Scope;

/// Where Cal.com keeps the event types of a scope, below the base URL. Single ones of an organization lie below their
/// own team.
record Routes(Scope scope) {
    static final String ME = "/me";
    static final String TEAMS = "/teams";
    /// Without a sort order the list is shuffled by every update (measured; captures 06 and 07).
    private static final String SORTED = "?sortCreatedAt=asc";
    /// The most that a page of a whole organization may hold.
    static final int PAGE = 250;

    /// @param skip how many were listed before; only a whole organization is listed in pages
    String list(int skip) {
        return scope instanceof Scope.Organization(long id)
                ? "/organizations/" + id + "/teams/event-types" + SORTED + "&take=" + PAGE + "&skip=" + skip
                : all(0) + SORTED;
    }

    boolean paged() {
        return scope instanceof Scope.Organization;
    }

    /// @param teamId the event type's own team, 0 where the scope has but one holder
    String one(long eventTypeId, long teamId) {
        return all(teamId) + "/" + eventTypeId;
    }

    String create(long teamId) {
        return all(teamId);
    }

    /// Below the person's own event types, where the server also answers whether an event type exists at all.
    static String any(long eventTypeId) {
        return "/event-types/" + eventTypeId;
    }

    static String history(long eventTypeId) {
        return any(eventTypeId) + "/history?limit=50";
    }

    /// The team that an event type of this scope belongs to when its answer does not say, 0 for none.
    long team() {
        return switch (scope) {
            case Scope.User _,Scope.Organization _ -> 0;
            case Scope.Team(long teamId) -> teamId;
            case Scope.OrganizationTeam(_, long teamId) -> teamId;
        };
    }

    private String all(long teamId) {
        return switch (scope) {
            case Scope.User _ -> "/event-types";
            case Scope.Team(long team) -> "/teams/" + team + "/event-types";
            case Scope.OrganizationTeam(long id, long team) ->
                    "/organizations/" + id + "/teams/" + team + "/event-types";
            case Scope.Organization(long id) -> "/organizations/" + id + "/teams/" + teamId + "/event-types";
        };
    }
}
