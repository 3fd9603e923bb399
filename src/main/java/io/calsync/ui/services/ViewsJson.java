package io.calsync.ui.services;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calsync.domain.Message;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;

/// Views as text, in the workspace and in files that people pass on. Pure.
final class ViewsJson {
    private static final String FORMAT = "calsync-views";
    private static final int VERSION = 2;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ViewsJson() {}

    static String write(KeptViews views) {
        ObjectNode root = MAPPER.createObjectNode().put("format", FORMAT).put("version", VERSION);
        root.setAll(MAPPER.<ObjectNode>valueToTree(views));
        return root.toPrettyString();
    }

    /// @param file what it is called, for the sentence about it
    /// @throws ProblemException where it is no such text, is of a newer version or says what this version does not know
    static KeptViews read(String file, String json) throws ProblemException {
        try {
            if (!(MAPPER.readTree(json) instanceof ObjectNode root) || !root.path("format").asText().equals(FORMAT))
                throw problem("views.foreign", file);
            if (root.path("version").asInt() > VERSION) throw problem("views.newer", file);
            if (root.path("version").asInt() == 1) allOpen(root);
            root.remove("format");
            root.remove("version");
            return MAPPER.treeToValue(root, KeptViews.class);
        } catch (JsonMappingException unknown) {
            throw new ProblemException(new Problem.NotPossible(Message.of("views.broken", file, place(unknown))),
                    unknown);
        } catch (JsonProcessingException noJson) {
            throw new ProblemException(new Problem.NotPossible(Message.of("views.foreign", file)), noJson);
        }
    }

    /// The first version did not say which groups are closed.
    private static void allOpen(ObjectNode root) {
        root.findParents("grouping").forEach(layout -> ((ObjectNode) layout).putArray("closed"));
    }

    private static ProblemException problem(String key, String file) {
        return new ProblemException(new Problem.NotPossible(Message.of(key, file)));
    }

    /// For example "views[1].layout.columns[0].width".
    private static String place(JsonMappingException unknown) {
        var place = new StringBuilder();
        for (var step : unknown.getPath()) {
            if (step.getFieldName() == null) place.append('[').append(step.getIndex()).append(']');
            else place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
        }
        return place.toString();
    }
}
