package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/// What Cal.com demands of a value before it looks at the rest; the messages are its own.
enum Rule {
    /// Anything passes here.
    ANY,
    STRING,
    BOOLEAN,
    /// A whole number; negative ones pass, also where they make no sense.
    WHOLE,
    /// A whole number of at least 0.
    COUNT,
    /// A whole number of at least 1.
    LENGTH,
    CONFIRMATION;

    private static final Set<String> UNITS = Set.of("minutes", "hours", "days");

    /// The broken constraints by their names; empty when the value passes.
    ObjectNode broken(String key, JsonNode value) {
        ObjectNode broken = Json.object();
        switch (this) {
            case ANY -> {}
            case STRING -> note(broken, value.isTextual(), "isString", key + " must be a string");
            case BOOLEAN -> note(broken, value.isBoolean(), "isBoolean", key + " must be a boolean value");
            case WHOLE -> whole(broken, key, value);
            case COUNT -> atLeast(broken, key, value, 0);
            case LENGTH -> atLeast(broken, key, value, 1);
            case CONFIRMATION -> note(broken, isPolicy(value), "ConfirmationPolicyValidator", CONFIRMATION_TEXT);
        }
        return broken;
    }

    private static final String CONFIRMATION_TEXT = "Invalid requiresConfirmation structure. Use \"type\": \"always\""
            + " or provide a valid time and unit in \"noticeThreshold\" for \"type\": \"time\".";

    private static void atLeast(ObjectNode broken, String key, JsonNode value, int least) {
        boolean fits = value.isNumber() && value.doubleValue() >= least;
        note(broken, fits, "min", key + " must not be less than " + least);
        whole(broken, key, value);
    }

    private static void whole(ObjectNode broken, String key, JsonNode value) {
        note(broken, value.isIntegralNumber(), "isInt", key + " must be an integer number");
    }

    private static void note(ObjectNode broken, boolean passes, String name, String message) {
        if (!passes) {
            broken.put(name, message);
        }
    }

    private static boolean isPolicy(JsonNode value) {
        JsonNode threshold = value.path("noticeThreshold");
        return switch (value.path("type").asText()) {
            case "always" -> true;
            case "time" -> UNITS.contains(threshold.path("unit").asText())
                    && threshold.path("count").isIntegralNumber();
            default -> value.path("disabled").asBoolean();
        };
    }
}
