package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The sandbox's own pages under `/sandbox/`, for the command line.
final class ControlPages implements HttpHandler {
    private final World world;
    private final Faults faults;
    private final RequestLog log;

    ControlPages(World world, Faults faults, RequestLog log) {
        this.world = world;
        this.faults = faults;
        this.log = log;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Request request = new Request(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), null, null, null, body);
            Answer answer = answer(request);
            byte[] bytes = answer.bytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Answer answer(Request request) {
        try {
            return switch (request.method() + " " + request.path()) {
                case "GET /sandbox/requests" -> Answer.json(200, requests(request.number("since", 0)));
                case "DELETE /sandbox/requests" -> forgetRequests();
                case "GET /sandbox/event-types" -> Answer.json(200, Json.array(world.all()));
                case "GET /sandbox/faults" -> Answer.json(200, scripted());
                case "POST /sandbox/faults" -> addFault(request);
                case "DELETE /sandbox/faults" -> forgetFaults();
                default -> Answer.json(404, Json.object().put("error", "there is no such page"));
            };
        } catch (IllegalArgumentException | UncheckedIOException | Refusal e) {
            return Answer.json(400, Json.object().put("error", String.valueOf(e.getMessage())));
        }
    }

    private JsonNode requests(int since) {
        return Json.array(
                log.since(since).stream().map(LoggedRequest::toJson).toList());
    }

    private JsonNode scripted() {
        return Json.array(faults.scripted().stream().map(Fault::toJson).toList());
    }

    private Answer addFault(Request request) {
        faults.add(Fault.read(Json.read(request.body())));
        return Answer.json(201, scripted());
    }

    private Answer forgetRequests() {
        log.clear();
        return Answer.json(200, requests(0));
    }

    private Answer forgetFaults() {
        faults.clear();
        return Answer.json(200, scripted());
    }
}
