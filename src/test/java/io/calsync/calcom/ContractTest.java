package io.calsync.calcom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import io.calsync.sync.EventTypes;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every request that the client makes is one that the published contract knows.
class ContractTest {
    private static final Path CONTRACT = Path.of("..", "shared", "contract", "calcom-v2-event-types.openapi.json");
    private static final String PLACE = "https://contract.test/openapi.json";
    private static final Values ALL =
            Values.NONE.with(Field.NAME, "Cut").with(Field.SLUG, "cut").with(Field.DURATION, 45L)
                    .with(Field.ACTIVE, false).with(Field.BUFFER_AFTER, 5L).with(Field.BUFFER_BEFORE, 10L)
                    .with(Field.CONFIRMATION, true).with(Field.MINIMUM_NOTICE, 60L).with(Field.DESCRIPTION, "Short");
    private static final String STORED =
            "{\"id\":7,\"teamId\":8,\"lengthInMinutes\":30,\"lengthInMinutesOptions\":[30,60],"
                    + "\"title\":\"x\",\"disableGuests\":false,\"bookingFields\":["
                    + "{\"type\":\"textarea\",\"slug\":\"notes\",\"label\":\"Notes\",\"required\":false,\"placeholder\":\"\"},"
                    + "{\"type\":\"multiemail\",\"slug\":\"guests\",\"required\":false,\"hidden\":false}]}";

    private JsonNode contract = new ObjectMapper().createObjectNode();

    @BeforeEach
    void load() throws Exception {
        Assumptions.assumeTrue(Files.isRegularFile(CONTRACT), "no contract beside this clone");
        contract = new ObjectMapper().readTree(CONTRACT.toFile());
        // The published document says strings, its own example, the answers (capture 434) and Cal.com's source numbers.
        for (var schema : contract.at("/components/schemas")) {
            if (schema.at("/properties/lengthInMinutesOptions/items") instanceof ObjectNode items)
                items.put("type", "number");
            // It tells the kinds of booking fields apart in prose only, so that one field may look like several of them.
            if (schema.at("/properties/bookingFields/items") instanceof ObjectNode items && items.has("oneOf")) {
                items.set("anyOf", items.remove("oneOf"));
            }
        }
    }

    static Stream<Scope> scopes() {
        return Stream.of(new Scope.User(), new Scope.Team(8), new Scope.OrganizationTeam(5, 8),
                new Scope.Organization(5));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void everyRequestIsOneOfTheContracts(Scope scope) throws Exception {
        try (var server = new StubServer()) {
            everything(server.connect(scope), server);

            assertTrue(server.asked().size() >= 7);
            for (var asked : server.asked()) assertEquals(List.of(), violations(asked), asked.toString());
        }
    }

    private static void everything(EventTypes eventTypes, StubServer server) throws ProblemException {
        server.then(200, "{\"data\":{\"id\":1}}");
        eventTypes.account();
        server.then(200, "{\"data\":[" + STORED + "]}");
        eventTypes.list();
        server.then(200, "{\"data\":" + STORED + "}");
        var current = eventTypes.read(7);
        var changes = List.of(
                Patch.between(Values.NONE, ALL), Patch.of(Field.CONFIRMATION, false),
                Patch.of(Field.DISABLE_GUESTS, true));
        for (var change : changes) {
            server.then(200, "{\"data\":" + STORED + "}");
            eventTypes.write(current, change);
        }
        server.then(201, "{\"data\":" + STORED + "}");
        eventTypes.create(ALL.with(Field.DISABLE_GUESTS, true), 8);
    }

    private List<String> violations(StubServer.Asked asked) {
        var wrong = new ArrayList<String>();
        String path = asked.target().replaceAll("\\?.*", "");
        var found = contract.path("paths").properties().stream()
                .filter(entry -> path.matches(entry.getKey().replaceAll("\\{[^}]*}", "\\\\d+")))
                .findFirst();
        var operation = found.map(Map.Entry::getValue).orElse(contract).path(asked.method().toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) return List.of("no such operation");
        for (String parameter : parameters(asked.target())) {
            boolean known = operation.path("parameters").valueStream()
                    .anyMatch(one -> one.path("in").asText().equals("query")
                            && one.path("name").asText().equals(parameter));
            if (!known) wrong.add("unknown parameter " + parameter);
        }
        if (!operation.path("requestBody").isMissingNode()) wrong.addAll(body(found.orElseThrow().getKey(), asked));
        return wrong;
    }

    private List<String> body(String path, StubServer.Asked asked) {
        var registry = SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi30(), builder -> builder.schemas(Map.of(PLACE, contract.toString())));
        var reference = contract.path("paths").path(path).path(asked.method().toLowerCase(Locale.ROOT))
                .at("/requestBody/content/application~1json/schema/$ref").asText();
        var schema = registry.getSchema(SchemaLocation.of(PLACE + reference));
        var wrong = new ArrayList<>(
                schema.validate(asked.body(), InputFormat.JSON).stream().map(Object::toString).toList());
        // The schemas allow any key, the server drops what it does not know: so a key that is not listed is a mistake.
        var known = contract.at(reference.substring(1)).path("properties");
        var sent = Json.object(asked.body()).orElseThrow();
        for (Object key : sent.keySet()) if (!known.has(key.toString())) wrong.add("unknown key " + key);
        return wrong;
    }

    private static List<String> parameters(String target) {
        if (!target.contains("?")) return List.of();
        return Stream.of(target.substring(target.indexOf('?') + 1).split("&")).map(pair -> pair.replaceAll("=.*", ""))
                .toList();
    }
}
