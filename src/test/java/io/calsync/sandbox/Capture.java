package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// One exchange recorded on a real server, from the folder beside the clone; tests that need it are skipped elsewhere.
record Capture(String name, JsonNode content) {
    private static final Path FOLDER = Path.of("..", "shared", "captures");

    static List<Capture> all() {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no captures beside this clone");
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(Capture::read)
                    .sorted(Comparator.comparingInt(Capture::number).thenComparing(Capture::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Capture named(String name) {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no captures beside this clone");
        return read(FOLDER.resolve(name + ".json"));
    }

    private static Capture read(Path file) {
        try {
            String name = file.getFileName().toString().replace(".json", "");
            return new Capture(name, new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int number() {
        return Integer.parseInt(name.replaceAll("\\D.*", ""));
    }

    JsonNode request() {
        return content.path("request");
    }

    String method() {
        return request().path("method").asText();
    }

    /// Path and query behind the host.
    String target() {
        return request().path("url").asText().replace("http://127.0.0.1:5555", "");
    }

    Map<String, String> requestHeaders() {
        return request().path("headers").propertyStream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, e -> e.getValue().asText()));
    }

    /// The body as it went over the wire, or empty; a captured string is a text that was no JSON.
    Optional<String> requestBody() {
        JsonNode body = request().path("body");
        if (body.isNull() || body.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(body.isTextual() ? body.textValue() : body.toString());
    }

    int status() {
        return content.path("response").path("status").asInt();
    }

    JsonNode body() {
        return content.path("response").path("body");
    }

    Optional<String> header(String wanted) {
        return content.path("response").path("headers").valueStream()
                .filter(header -> header.path(0).asText().equalsIgnoreCase(wanted))
                .map(header -> header.path(1).asText())
                .findFirst();
    }

    /// The complete event type in the answer, if it holds one in the current shape.
    Optional<ObjectNode> eventType() {
        return body().path("data") instanceof ObjectNode data && data.has("bookingFields") && data.has("ownerId")
                ? Optional.of(data)
                : Optional.empty();
    }
}
