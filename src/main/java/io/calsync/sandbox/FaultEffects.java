package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What a scripted failure does to a request or an answer.
final class FaultEffects {
    private static final int DEPTH = 100_000;
    private static final String PAGE =
            "<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Cal.com</h1></body></html>";
    private static final String GATEWAY = "<html><head><title>502 Bad Gateway</title></head>"
            + "<body><center><h1>502 Bad Gateway</h1></center></body></html>";

    private static final ObjectNode BARE_500 =
            Json.object().put("statusCode", 500).put("message", "Internal server error");

    private FaultEffects() {}

    /// The request body after a failure of the request stage.
    static String request(Fault fault, String body) {
        if (fault.kind().stage() != FaultKind.Stage.REQUEST || body.isEmpty()) {
            return body;
        }
        JsonNode sent = Json.read(body);
        if (sent instanceof ObjectNode object && object.has(fault.field())) {
            setOrRemove(object, fault);
        }
        return Json.write(sent);
    }

    /// The answer that is given in place of the real one.
    static Answer instead(Fault fault, String timestamp, String path) {
        return switch (fault.kind()) {
            case THROTTLED -> Refusal.throttled().answer(timestamp, path).withHeaders(blocked());
            case THROTTLED_BARE -> Refusal.throttled().answer(timestamp, path);
            case ERROR_502 -> Answer.of(502, "text/html", GATEWAY);
            case HTML -> Answer.of(200, "text/html; charset=utf-8", PAGE);
            case UNAUTHORIZED ->
                    Refusal.unauthorized("CustomThrottlerGuard - Invalid API Key").answer(timestamp, path);
            case FORBIDDEN -> Refusal.forbidden("Forbidden resource").answer(timestamp, path);
            default -> Refusal.internal().answer(timestamp, path);
        };
    }

    private static Map<String, String> blocked() {
        return new RateLimiter.Pass(false, RateLimiter.PER_KEY, 0, 60).headers();
    }

    /// The answer after a failure of the answer stage.
    static Answer answer(Fault fault, Answer right) {
        return switch (fault.kind()) {
            case ERROR_500_AFTER -> Answer.json(500, BARE_500);
            case TRUNCATED -> right.withBody(body -> body.substring(0, body.length() / 2));
            case DUPLICATED -> right.withBody(body -> body + body);
            case DEEP -> right.withBody(body -> "[".repeat(DEPTH) + "]".repeat(DEPTH));
            case OVERSIZED -> inTree(right, body -> body.put("padding", "x".repeat(fault.bytes())));
            case EMPTY_LIST -> inTree(right, body -> body.putArray("data"));
            case STALE_LIST -> inItems(right, items -> goBack(items, fault));
            case MISSING_PAGE -> inItems(right, FaultEffects::dropSecondHalf);
            case DUPLICATE_IDS -> inItems(right, FaultEffects::repeatFirst);
            case EXTRA_FIELDS -> inEventTypes(right, FaultEffects::addUnknownKeys);
            case CHILDREN -> inTree(right, FaultEffects::addChild);
            case FALSIFIED -> inEventTypes(right, type -> setOrRemove(type, fault));
            default -> right;
        };
    }

    private static Answer inTree(Answer right, Consumer<ObjectNode> change) {
        return right.withBody(text -> {
            JsonNode body = Json.read(text);
            if (body instanceof ObjectNode object) {
                change.accept(object);
            }
            return Json.write(body);
        });
    }

    private static Answer inItems(Answer right, Consumer<ArrayNode> change) {
        return inTree(right, body -> {
            if (body.path("data") instanceof ArrayNode items) {
                change.accept(items);
            }
        });
    }

    private static Answer inEventTypes(Answer right, Consumer<ObjectNode> change) {
        return inTree(right, body -> {
            JsonNode data = body.path("data");
            for (JsonNode type : data.isArray() ? data : Json.array(List.of(data))) {
                if (type instanceof ObjectNode object) {
                    change.accept(object);
                }
            }
        });
    }

    private static void setOrRemove(ObjectNode target, Fault fault) {
        JsonNode value = fault.value();
        if (value == null) {
            target.remove(fault.field());
        } else {
            target.set(fault.field(), value);
        }
    }

    /// The scripted list, but only what this caller sees: the event types of the same owner.
    private static void goBack(ArrayNode items, Fault fault) {
        JsonNode owner = items.path(0).path("ownerId");
        items.removeAll();
        if (fault.value() != null) {
            fault.value().forEach(old -> {
                if (owner.isMissingNode() || owner.equals(old.path("ownerId"))) {
                    items.add(old);
                }
            });
        }
    }

    private static void dropSecondHalf(ArrayNode items) {
        int half = items.size() / 2;
        while (items.size() > half) {
            items.remove(items.size() - 1);
        }
    }

    private static void repeatFirst(ArrayNode items) {
        if (!items.isEmpty()) {
            ObjectNode again = items.get(0).deepCopy();
            items.add(again.put("title", again.path("title").asText() + " (again)"));
        }
    }

    private static void addChild(ObjectNode body) {
        if (body.path("data") instanceof ObjectNode parent && parent.has("id")) {
            ObjectNode child = parent.deepCopy();
            child.put("id", parent.path("id").asLong() + 1_000_000).set("parentEventTypeId", parent.path("id"));
            body.putArray("data").add(parent).add(child);
        }
    }

    private static void addUnknownKeys(ObjectNode type) {
        type.put("aiReceptionist", true).putObject("quantumSlots").putArray("of").add(1).addNull();
    }
}
