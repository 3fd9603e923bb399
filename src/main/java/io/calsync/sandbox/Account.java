package io.calsync.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// One Cal.com user.
///
/// @param id the user's number, part of a connection's identity
/// @param organizationId the organization the user belongs to, or null
public record Account(
        long id, String username, String name, String email, String timeZone, @Nullable Long organizationId) {

    /// The account behind every accepted key unless the options say otherwise.
    public static final Account ANN =
            new Account(1, "ann", "Ann Example", "ann@example.test", "Europe/Berlin", null);

    /// What `GET /v2/me` tells about this user.
    ObjectNode profile() {
        ObjectNode me = Json.object();
        me.put("id", id).put("email", email).put("name", name).putNull("avatarUrl").putNull("bio");
        me.put("timeFormat", 24).put("defaultScheduleId", id).put("weekStart", "Sunday").put("timeZone", timeZone);
        me.put("username", username).put("organizationId", organizationId);
        return me;
    }

    /// The short form inside an event type's `users`.
    ObjectNode asHost() {
        ObjectNode host = Json.object();
        host.put("id", id).put("name", name).put("username", username).putNull("avatarUrl");
        host.putNull("brandColor").putNull("darkBrandColor").put("weekStart", "Sunday").putObject("metadata");
        return host;
    }
}
