package io.calsync.calcom;

import io.calsync.calcom.RequestBudget.Priority;
import io.calsync.domain.Field;
import io.calsync.sync.Account;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Scope;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// What a key reaches at a server, for the choice of a scope.
///
/// @param found    the person's own event types first, then teams, then whole organizations
/// @param readOnly the synced fields that no request can change there
public record Discovery(URI server, Account account, List<Found> found, Set<Field> readOnly) {
    private static final int MOST_TEAMS = 20;

    /// A scope to choose.
    ///
    /// @param name       the team's or organization's, "" for the person's own event types or where it has none
    /// @param eventTypes how many it has now, empty where the key may not list them
    public record Found(Scope scope, String name, OptionalInt eventTypes) {}

    static Discovery of(Dialogue dialogue) throws ProblemException {
        var me = dialogue.me(Priority.PERSON);
        var found = new ArrayList<Found>();
        found.add(new Found(new Scope.User(), "", OptionalInt.of(count(dialogue, new Scope.User()))));
        var teams = teams(dialogue);
        for (var team : teams.stream().filter(team -> !Boolean.TRUE.equals(team.get("isOrganization")))
                .limit(MOST_TEAMS).toList()) {
            found.add(found(dialogue, scope(team), Dialogue.text(team, "name")));
        }
        long organization = EventTypeReader.positive(me.get("organizationId"));
        if (organization > 0)
            found.add(found(dialogue, new Scope.Organization(organization), name(teams, organization)));
        return new Discovery(dialogue.server(), Dialogue.account(me), List.copyOf(found), readOnlyFields());
    }

    private static Found found(Dialogue dialogue, Scope scope, String name) throws ProblemException {
        try {
            return new Found(scope, name, OptionalInt.of(count(dialogue, scope)));
        } catch (ProblemException e) {
            return switch (e.problem()) {
                case Problem.WrongRoute _,Problem.KeyRefused _,Problem.Rejected _ ->
                        new Found(scope, name, OptionalInt.empty());
                default -> throw e;
            };
        }
    }

    private static int count(Dialogue dialogue, Scope scope) throws ProblemException {
        return new CalComEventTypes(dialogue, scope).interactive().list().size();
    }

    /// A server built from the public source has no teams and answers 404 (capture 193).
    private static List<Map<?, ?>> teams(Dialogue dialogue) throws ProblemException {
        try {
            var teams = new ArrayList<Map<?, ?>>();
            if (dialogue.ask(Ask.get(Routes.TEAMS), Priority.PERSON).content() instanceof List<?> entries) {
                for (Object entry : entries) {
                    if (entry instanceof Map<?, ?> team && EventTypeReader.positive(team.get("id")) > 0)
                        teams.add(team);
                }
            }
            return teams;
        } catch (ProblemException e) {
            return switch (e.problem()) {
                case Problem.WrongRoute _,Problem.KeyRefused _ -> List.of();
                default -> throw e;
            };
        }
    }

    private static Scope scope(Map<?, ?> team) {
        long id = EventTypeReader.positive(team.get("id"));
        long organization = EventTypeReader.positive(team.get("parentId"));
        return organization > 0 ? new Scope.OrganizationTeam(organization, id) : new Scope.Team(id);
    }

    private static String name(List<Map<?, ?>> teams, long organization) {
        return teams.stream()
                .filter(team -> EventTypeReader.positive(team.get("id")) == organization)
                .map(team -> Dialogue.text(team, "name"))
                .findFirst()
                .orElse("");
    }

    private static Set<Field> readOnlyFields() {
        var fields = EnumSet.copyOf(Field.synced());
        fields.removeIf(field -> field.mapping().writable());
        return Set.copyOf(fields);
    }
}
