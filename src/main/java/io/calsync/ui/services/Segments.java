package io.calsync.ui.services;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/// The parts of a composite service. The Platform writes them in several shapes; they are read as far as they can be
/// understood and never written.
///
/// @param parts in their order, empty where there are none or none can be read
record Segments(List<Part> parts) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES = List.of("name", "label", "title", "key");
    private static final List<String> MINUTES =
            List.of("duration", "duration_minutes", "durationMinutes", "durationMin", "minutes");
    private static final List<String> STAFF = List.of("requires_staff", "requiresStaff", "staff_required");
    private static final List<String> GAPS = List.of("gap_after", "gapAfterMin", "gap_after_minutes", "gap");
    private static final int MOST_NESTED = 3;

    /// @param name  "" where it has none
    /// @param staff whether someone has to be there; a part without is a gap in which others can be served
    record Part(String name, long minutes, boolean staff) {}

    /// @param text JSON as the Platform holds it
    static Segments of(String text) {
        try {
            return new Segments(parts(JSON.readTree(text), 0));
        } catch (JsonProcessingException unreadable) {
            return new Segments(List.of());
        }
    }

    long minutes() {
        return parts.stream().mapToLong(Part::minutes).sum();
    }

    /// A list, a list within an object, or either of them as text.
    private static List<Part> parts(JsonNode node, int depth) throws JsonProcessingException {
        if (depth > MOST_NESTED) return List.of();
        if (node.isTextual()) return parts(JSON.readTree(node.asText()), depth + 1);
        if (node.isObject()) return parts(node.path("segments"), depth + 1);
        var parts = new ArrayList<Part>();
        for (JsonNode each : node) add(parts, each);
        return List.copyOf(parts);
    }

    private static void add(List<Part> parts, JsonNode each) {
        long minutes = first(each, MINUTES).asLong(0);
        var staff = first(each, STAFF);
        boolean needed = staff.isMissingNode() ? !each.path("type").asText().equals("gap") : staff.asBoolean(true);
        if (minutes > 0) parts.add(new Part(first(each, NAMES).asText(""), minutes, needed));
        long gap = first(each, GAPS).asLong(0);
        if (gap > 0) parts.add(new Part("", gap, false));
    }

    private static JsonNode first(JsonNode node, List<String> keys) {
        return keys.stream().map(node::path).filter(JsonNode::isValueNode).findFirst()
                .orElseGet(() -> node.path("no such key"));
    }
}
