package io.calsync.sandbox;

import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One HTTP request, read completely.
///
/// @param target path and query as sent
/// @param authorization the header, or null
/// @param version the `cal-api-version` header, or null
/// @param ifNoneMatch the header, or null
/// @param body the text, "" without one
record Request(
        String method,
        String target,
        @Nullable String authorization,
        @Nullable String version,
        @Nullable String ifNoneMatch,
        String body) {

    /// Beyond this many bytes a body is refused.
    static final int BODY_LIMIT = 100 * 1024;

    private static final String PREFIX = "/api";

    /// The path without query; `/api/v2` and `/v2` are the same place.
    String path() {
        String path = target.split("\\?", 2)[0];
        return path.startsWith(PREFIX + "/") ? path.substring(PREFIX.length()) : path;
    }

    Map<String, String> query() {
        Map<String, String> query = new HashMap<>();
        String[] parts = target.split("\\?", 2);
        if (parts.length == 2) {
            Arrays.stream(parts[1].split("&", -1)).map(pair -> pair.split("=", 2)).forEach(pair -> query.put(pair[0],
                    pair.length == 1 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        }
        return query;
    }

    /// The number in a query parameter, or the default where it is absent.
    int number(String name, int byDefault) {
        String text = query().get(name);
        if (text == null) {
            return byDefault;
        }
        if (!text.matches("\\d{1,9}")) {
            throw Refusal.badRequest(name + " must be an integer number");
        }
        return Integer.parseInt(text);
    }

    Request withBody(String changed) {
        return new Request(method, target, authorization, version, ifNoneMatch, changed);
    }

    /// The body as JSON, {} without one.
    ///
    /// @throws Refusal when it is no JSON
    JsonNode json() {
        if (body.isBlank()) {
            return Json.object();
        }
        try {
            return Json.read(body);
        } catch (UncheckedIOException e) {
            boolean early = e.getCause() instanceof JsonEOFException;
            throw Refusal.badRequest(early ? "Unexpected end of JSON input" : "Unexpected token in JSON");
        }
    }

    /// The bearer token, if the header has exactly that form: lower-case `bearer` is something else.
    Optional<String> bearer() {
        return Optional.ofNullable(authorization)
                .filter(header -> header.startsWith("Bearer "))
                .map(header -> header.substring("Bearer ".length()));
    }

    boolean isTooLarge() {
        return body.length() > BODY_LIMIT || body.getBytes(StandardCharsets.UTF_8).length > BODY_LIMIT;
    }
}
