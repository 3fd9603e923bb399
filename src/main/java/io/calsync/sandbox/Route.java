package io.calsync.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One method and path the server knows.
///
/// @param pattern a path in which `{name}` stands for one variable part
/// @param anonymous what happens without a key
record Route(String method, String pattern, Anonymous anonymous, Handler handler) {

    /// Answers a call inside the world's lock.
    @FunctionalInterface
    interface Handler {
        Answer answer(Call call);
    }

    /// What a request without a key gets.
    enum Anonymous {
        EMPTY_LIST,
        FORBIDDEN,
        UNAUTHORIZED,
        WELCOME
    }

    /// The variable parts of the path, if it fits.
    Optional<Map<String, String>> match(String requestMethod, String path) {
        List<String> wanted = List.of(pattern.split("/", -1));
        List<String> given = List.of(path.split("/", -1));
        if (!method.equals(requestMethod) || wanted.size() != given.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String part = wanted.get(i);
            if (part.startsWith("{")) {
                parameters.put(part.substring(1, part.length() - 1), given.get(i));
            } else if (!part.equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
