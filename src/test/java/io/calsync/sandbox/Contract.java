package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.calsync.sandbox.Client.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The published description of the API, from the folder beside the clone.
record Contract(JsonNode document) {
    private static final Path FILE = Path.of("..", "shared", "contract", "calcom-v2-event-types.openapi.json");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(Dialects.getOpenApi30());

    /// Whether it lies beside this clone.
    static boolean present() {
        return Files.exists(FILE);
    }

    static Contract read() throws IOException {
        return new Contract(new ObjectMapper().readTree(FILE.toFile()));
    }

    /// What in an answer breaks the contract, one line each.
    List<String> complaints(String method, String target, Reply reply) {
        String path = target.replaceFirst("\\?.*", "");
        JsonNode operation = document.path("paths").propertyStream()
                .filter(entry -> path.matches(entry.getKey().replaceAll("\\{\\w+}", "[^/]+")))
                .map(entry -> entry.getValue().path(method.toLowerCase(java.util.Locale.ROOT)))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseThrow(() -> new AssertionError("not in the contract: " + method + " " + target));
        JsonNode schema = operation.path("responses").path(Integer.toString(reply.status()))
                .at("/content/application~1json/schema");
        if (schema.isMissingNode()) {
            return List.of("status " + reply.status() + " is not in the contract");
        }
        ObjectNode whole = Json.object();
        whole.set("components", document.path("components"));
        whole.putArray("allOf").add(schema);
        return SCHEMAS.getSchema(whole).validate(reply.json()).stream().map(Error::toString).toList();
    }
}
