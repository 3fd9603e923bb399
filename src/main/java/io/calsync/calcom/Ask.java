package io.calsync.calcom;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request to Cal.com before it is one.
///
/// @param path        below the base URL, with its query
/// @param body        null for none
/// @param eventTypeId the event type that the path names, 0 where it names none
/// @param many        whether a list of unknown length is expected, which may take long
record Ask(String method, String path, @Nullable Map<String, Object> body, long eventTypeId, boolean many) {
    static Ask get(String path) {
        return new Ask("GET", path, null, 0, false);
    }

    static Ask list(String path) {
        return new Ask("GET", path, null, 0, true);
    }

    static Ask one(String path, long eventTypeId) {
        return new Ask("GET", path, null, eventTypeId, false);
    }

    boolean changes() {
        return !method.equals("GET");
    }

    /// The slug that is about to be set, "" where none is.
    String slug() {
        return body != null && body.get("slug") instanceof String slug ? slug : "";
    }
}
