package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// A request on its way to a handler: the route is known, the caller is known.
///
/// @param parameters the variable parts of the path by name
/// @param legacy whether the caller gets the answers of a version other than asked for
record Call(Request request, Account account, Map<String, String> parameters, boolean legacy) {

    /// A number from the path.
    ///
    /// @throws Refusal 500, as the real server answers to letters there
    long id(String name) {
        String text = parameters.getOrDefault(name, "");
        if (!text.matches("\\d{1,18}")) {
            throw Refusal.internal();
        }
        return Long.parseLong(text);
    }

    JsonNode json() {
        return request.json();
    }

    String sort() {
        return request.query().getOrDefault("sortCreatedAt", "");
    }
}
