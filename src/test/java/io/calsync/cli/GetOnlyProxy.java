package io.calsync.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Stands between the program and a server on this machine; from a moment on it answers 405 to all but GET.
final class GetOnlyProxy implements AutoCloseable {
    private static final List<String> PASSED_ON = List.of("Authorization", "cal-api-version", "Content-Type");

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final int behind;
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private volatile boolean strict;

    /// @param behind the port of the server to which it passes on
    GetOnlyProxy(int behind) throws IOException {
        this.behind = behind;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v2";
    }

    void refuseAllButGet() {
        strict = true;
    }

    /// Method and path of each refused request.
    List<String> refused() {
        return refused;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (strict && !method.equals("GET")) {
                refused.add(method + " " + exchange.getRequestURI());
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            passOn(exchange, method);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void passOn(HttpExchange exchange, String method) throws IOException, InterruptedException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + behind + exchange.getRequestURI()))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (String name : PASSED_ON) {
            if (exchange.getRequestHeaders().getFirst(name) instanceof String value) request.header(name, value);
        }
        var answer = client.send(request.build(), BodyHandlers.ofByteArray());
        answer.headers().firstValue("Content-Type")
                .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
