package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calsync.domain.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns `sample.json` into a [Sample]. The file's form is described there.
final class SampleReader {
    private static final Set<String> NO_COLUMNS = Set.of(
            "company", "branch", "eventTypeId", "lastAgreed", "agreedHoursAgo", "charged", "calcom", "leaveAlone");

    private final ObjectNode file;
    private final SampleEventTypes eventTypes;

    private SampleReader(ObjectNode file) {
        this.file = file;
        this.eventTypes = new SampleEventTypes(
                account(file.required("account")), account(file.required("stranger")), team(file));
    }

    static Sample read(ObjectNode file) {
        return new SampleReader(file).sample();
    }

    private Sample sample() {
        List<Sample.Service> services = new ArrayList<>();
        file.required("services").forEach(node -> services.add(service(node)));
        file.required("unlinked").forEach(node -> eventTypes.addUnlinked(withDefaults(node)));
        return new Sample(
                account(file.required("account")),
                file.required("companies").valueStream().map(SampleReader::company).toList(),
                List.copyOf(services),
                eventTypes.all(),
                eventTypes.drifts(),
                List.of(team(file)));
    }

    private Sample.Service service(JsonNode node) {
        ObjectNode columns = withDefaults(node);
        columns.remove(NO_COLUMNS);
        long link = node.path("eventTypeId").asLong();
        boolean compared = !node.path("lastAgreed").isTextual();
        ObjectNode agreed = columns.deepCopy();
        node.path("lastAgreed").properties().forEach(entry -> agreed.set(entry.getKey(), entry.getValue()));
        if (link != 0) {
            eventTypes.add(link, agreed, node);
        }
        boolean priced = node.path("charged").asBoolean();
        return new Sample.Service(
                node.required("company").asLong(),
                branch(node).required("id").asText(),
                plain(columns),
                link,
                link == 0 || !compared ? Map.of() : base(agreed, priced),
                node.path("agreedHoursAgo").asLong(),
                texts(node.path("leaveAlone")));
    }

    private ObjectNode withDefaults(JsonNode node) {
        ObjectNode all = file.required("defaults").deepCopy();
        return all.setAll((ObjectNode) node.deepCopy());
    }

    private JsonNode branch(JsonNode service) {
        return file.required("companies").valueStream()
                .filter(company -> company.path("id").equals(service.path("company")))
                .findFirst()
                .orElseThrow()
                .required("branches")
                .required(service.required("branch").asText());
    }

    private static Map<String, Object> base(ObjectNode agreed, boolean priced) {
        Map<String, Object> base = new LinkedHashMap<>();
        Map<String, Object> values = plain(agreed);
        for (Field field : Field.synced()) {
            Object value = values.get(field.key());
            if (value != null && (field != Field.PRICE || priced)) {
                base.put(field.key(), value);
            }
        }
        return base;
    }

    private static Map<String, Object> plain(ObjectNode columns) {
        Map<String, Object> plain = new LinkedHashMap<>();
        columns.properties().forEach(entry -> plain.put(entry.getKey(), plain(entry.getKey(), entry.getValue())));
        return plain;
    }

    private static Object plain(String column, JsonNode value) {
        if (column.equals("price")) {
            return new BigDecimal(value.asText());
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isIntegralNumber() ? (Object) value.longValue() : text(value);
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : Json.write(value);
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private static Sample.Company company(JsonNode node) {
        List<Sample.Branch> branches = node.required("branches").valueStream()
                .map(branch -> new Sample.Branch(branch.path("id").asText(), branch.path("name").asText()))
                .toList();
        return new Sample.Company(
                node.path("id").asLong(),
                node.path("name").asText(),
                node.path("currency").asText(),
                node.path("timezone").asText(),
                branches);
    }

    private static Account account(JsonNode node) {
        return new Account(
                node.path("id").asLong(),
                node.path("username").asText(),
                node.path("name").asText(),
                node.path("email").asText(),
                node.path("timeZone").asText(),
                null);
    }

    private static Team team(ObjectNode file) {
        JsonNode node = file.required("strangersTeam");
        long member = file.required("stranger").path("id").asLong();
        return new Team(
                node.path("id").asLong(), node.path("slug").asText(), node.path("name").asText(), null,
                Set.of(member));
    }
}
