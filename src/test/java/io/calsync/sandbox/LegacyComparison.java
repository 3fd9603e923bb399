package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes bodies comparable whose order means nothing: keys sorted, event types by id.
final class LegacyComparison {
    private LegacyComparison() {}

    static String of(JsonNode body) {
        return sorted(body).toPrettyString();
    }

    static JsonNode sortedById(JsonNode body) {
        List<JsonNode> items = new ArrayList<>();
        body.path("data").forEach(items::add);
        items.sort(Comparator.comparingLong(item -> item.path("id").asLong()));
        ((ObjectNode) body).putArray("data").addAll(items);
        return body;
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            Map<String, JsonNode> keys = new TreeMap<>();
            object.properties().forEach(entry -> keys.put(entry.getKey(), sorted(entry.getValue())));
            // The rendered description is not imitated; the guests field's flag depends on how it was last stored.
            keys.remove("safeDescription");
            if (keys.containsKey("editable")) {
                keys.remove("disableOnPrefill");
            }
            ObjectNode result = object.objectNode();
            keys.forEach(result::set);
            return result;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode result = array.arrayNode();
            array.forEach(item -> result.add(sorted(item)));
            return result;
        }
        return node;
    }
}
