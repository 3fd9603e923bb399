package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// Ends a request with an error in Cal.com's words. The texts are those a real server sent: clients read them.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient @Nullable JsonNode details;

    private Refusal(int status, String code, String message, @Nullable JsonNode details) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.details = details;
    }

    static Refusal badRequest(String message) {
        return described(400, "BadRequestException", message, "Bad Request");
    }

    static Refusal unauthorized(String message) {
        return described(401, "UnauthorizedException", message, "Unauthorized");
    }

    static Refusal forbidden(String message) {
        return described(403, "ForbiddenException", message, "Forbidden");
    }

    static Refusal notFound(String message) {
        return described(404, "NotFoundException", message, "Not Found");
    }

    static Refusal noSuchEventType(String id) {
        return notFound("Event type with id " + id + " not found");
    }

    static Refusal noSuchRoute(String method, String path) {
        return notFound("Cannot " + method + " " + path);
    }

    static Refusal trpc(String message) {
        return new Refusal(400, "TRPCError", message, null);
    }

    static Refusal invalid(ObjectNode details) {
        return new Refusal(400, "BadRequestException", "Bad Request Exception", details);
    }

    static Refusal internal() {
        return new Refusal(500, "INTERNAL_SERVER_ERROR", "There was an error, please try again later.", null);
    }

    static Refusal throttled() {
        String message = "CustomThrottlerGuard - Too many requests. Please try again later.";
        return new Refusal(429, "ThrottlerException", message, Json.object().textNode(message));
    }

    private static Refusal described(int status, String code, String message, String error) {
        ObjectNode details = Json.object().put("message", message).put("error", error).put("statusCode", status);
        return new Refusal(status, code, message, details);
    }

    Answer answer(String timestamp, String path) {
        ObjectNode body = Json.object().put("status", "error").put("timestamp", timestamp).put("path", path);
        ObjectNode error = body.putObject("error").put("code", code).put("message", getMessage());
        if (details != null) {
            error.set("details", details);
        }
        return Answer.json(status, body);
    }
}
