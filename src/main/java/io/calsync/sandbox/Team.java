package io.calsync.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A team of a hosted Cal.com.
///
/// @param organizationId the organization that owns the team, or null for a team of its own
/// @param members ids of the accounts that may read and write its event types
public record Team(long id, String slug, String name, @Nullable Long organizationId, Set<Long> members) {

    /// Copies the members.
    public Team {
        members = Set.copyOf(members);
    }

    /// The short form inside an event type's `team`.
    ObjectNode summary() {
        ObjectNode team = Json.object();
        team.put("id", id).put("slug", slug).put("bannerUrl", "").put("name", name).put("logoUrl", "");
        return team.put("weekStart", "Sunday").put("brandColor", "").put("darkBrandColor", "").put("theme", "light");
    }

    /// One element of `GET /v2/teams`.
    ObjectNode listed() {
        ObjectNode team = Json.object();
        team.put("id", id);
        if (organizationId != null) {
            team.put("parentId", organizationId);
        }
        return team.put("name", name).put("slug", slug).put("isOrganization", false);
    }
}
