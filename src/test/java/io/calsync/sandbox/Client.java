package io.calsync.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/// Speaks HTTP to a sandbox the way any program would.
final class Client implements AutoCloseable {
    static final String VERSION = "2024-06-14";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;
    private final Map<String, String> headers;

    Client(SandboxServer server, Map<String, String> headers) {
        this.root = server.baseUrl().replace("/v2", "");
        this.headers = headers;
    }

    static Client of(SandboxServer server) {
        return with(server, "cal_test");
    }

    static Client with(SandboxServer server, String key) {
        return new Client(server, Map.of("Authorization", "Bearer " + key, "cal-api-version", VERSION));
    }

    Reply get(String target) throws IOException, InterruptedException {
        return send("GET", target, "", Map.of());
    }

    Reply post(String target, String body) throws IOException, InterruptedException {
        return send("POST", target, body, Map.of());
    }

    Reply patch(String target, String body) throws IOException, InterruptedException {
        return send("PATCH", target, body, Map.of());
    }

    Reply delete(String target) throws IOException, InterruptedException {
        return send("DELETE", target, "", Map.of());
    }

    Reply send(String method, String target, String body, Map<String, String> more)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + target))
                .timeout(Duration.ofSeconds(20))
                .method(method, body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        more.forEach(request::header);
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(response);
    }

    @Override
    public void close() {
        http.close();
    }

    /// What came back.
    record Reply(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String text() {
            return response.body();
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(text());
            } catch (JsonProcessingException e) {
                throw new AssertionError("no JSON: " + text(), e);
            }
        }

        JsonNode data() {
            return json().path("data");
        }

        String message() {
            return json().path("error").path("message").asText();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
