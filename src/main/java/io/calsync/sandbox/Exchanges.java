package io.calsync.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// Takes requests off the wire and puts answers on it, with the failure that is scripted for them.
final class Exchanges implements HttpHandler {
    private final Router router;
    private final Faults faults;
    private final RequestLog log;
    private final InstantSource clock;

    Exchanges(Router router, Faults faults, RequestLog log, InstantSource clock) {
        this.router = router;
        this.faults = faults;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = read(exchange);
            Optional<Fault> fault = faults.strike(request.method(), request.path(), request.body());
            if (fault.isEmpty()) {
                send(exchange, request, router.answer(request));
            } else {
                fail(exchange, request, fault.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers.getFirst("Authorization"),
                headers.getFirst("cal-api-version"),
                headers.getFirst("If-None-Match"),
                body);
    }

    private void fail(HttpExchange exchange, Request request, Fault fault) throws IOException, InterruptedException {
        switch (fault.kind().stage()) {
            case REQUEST -> send(exchange, request, router.answer(request.withBody(
                    FaultEffects.request(fault, request.body()))));
            case INSTEAD -> send(exchange, request, FaultEffects.instead(fault, router.now(), request.target()));
            case ANSWER -> send(exchange, request, FaultEffects.answer(fault, router.answer(request)));
            case CONNECTION -> failConnection(exchange, request, fault);
        }
    }

    /// Where nothing is sent, leaving is enough: the exchange closes the connection.
    private void failConnection(HttpExchange exchange, Request request, Fault fault)
            throws IOException, InterruptedException {
        switch (fault.kind()) {
            case TIMEOUT_BEFORE -> {
                note(request, 0);
                faults.hold(fault);
            }
            case TIMEOUT_AFTER -> {
                router.answer(request);
                note(request, 0);
                faults.hold(fault);
            }
            case RESET_AFTER -> {
                router.answer(request);
                note(request, 0);
            }
            case CUT_OFF -> cutOff(exchange, request, router.answer(request));
            case SLOW -> {
                faults.hold(fault);
                send(exchange, request, router.answer(request));
            }
            default -> note(request, 0);
        }
    }

    private void send(HttpExchange exchange, Request request, Answer answer) throws IOException {
        byte[] body = answer.bytes();
        String etag = Etags.of(body);
        boolean unchanged = request.method().equals("GET")
                && answer.status() == 200
                && Etags.matches(request.ifNoneMatch(), etag);
        int status = unchanged ? 304 : answer.status();
        note(request, status);
        Headers headers = exchange.getResponseHeaders();
        answer.headers().forEach(headers::set);
        headers.set("X-Request-Id", UUID.randomUUID().toString());
        headers.set("ETag", etag);
        if (unchanged) {
            headers.remove("Content-Type");
        }
        exchange.sendResponseHeaders(status, unchanged || body.length == 0 ? -1 : body.length);
        if (!unchanged) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    private void cutOff(HttpExchange exchange, Request request, Answer answer) throws IOException {
        byte[] body = answer.bytes();
        note(request, answer.status());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
    }

    private void note(Request request, int status) {
        log.add(clock.instant(), request.method(), request.target(), request.version(), request.body(), status);
    }
}
