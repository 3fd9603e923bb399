package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a recorded server must have held before one recorded request: for each event type the last answer that showed
/// it, corrected by what the answer itself proves to have been there already.
final class Situation {
    private static final Account BOB = new Account(2, "bob", "Bob", "bob@example.test", "Europe/Berlin", null);
    private static final Account CARL = new Account(3, "carl", "Carl", "carl@example.test", "Europe/Berlin", null);
    private static final Set<String> FIELDS = Set.of("bookingFields", "disableGuests");

    private final Capture capture;
    private final Map<Long, ObjectNode> types = new TreeMap<>();

    Situation(List<Capture> all, Capture capture) {
        this.capture = capture;
        all.stream().takeWhile(earlier -> !earlier.equals(capture)).forEach(this::learn);
        if (capture.body().path("data").isArray()) {
            keepListed(capture.body().path("data"));
        } else {
            capture.eventType().ifPresent(this::correct);
        }
        if (isLegacy(capture)) {
            correctLegacy();
        }
        if (capture.method().equals("POST")) {
            types.remove(capture.body().path("data").path("id").asLong());
        }
        if (capture.method().equals("DELETE") && capture.status() == 200) {
            ObjectNode doomed = Documents.ofUser(Account.ANN, capture.body().path("data").path("id").asLong());
            doomed.setAll((ObjectNode) capture.body().path("data"));
            types.put(Documents.id(doomed), doomed);
        }
    }

    static boolean isLegacy(Capture capture) {
        String version = capture.requestHeaders().getOrDefault("cal-api-version", "");
        return !version.equals("2024-06-14") && capture.status() < 300;
    }

    SandboxOptions options() {
        List<ObjectNode> seed = new ArrayList<>(types.values());
        long next = capture.body().path("data").path("id").asLong() - 1;
        if (capture.method().equals("POST") && next > 0 && !types.containsKey(next)) {
            seed.add(Documents.ofUser(BOB, next));
        }
        return SandboxOptions.diy().keys(keys()).seed(seed);
    }

    private Keys keys() {
        return switch (capture.number()) {
            case 130, 131, 132 -> Keys.only(Map.of("cal_key", BOB));
            case 166, 167 -> Keys.only(Map.of());
            case 300 -> Keys.only(Map.of()).withExpired("cal_key");
            default -> Keys.only(Map.of("cal_key", capture.number() < 420 ? Account.ANN : CARL));
        };
    }

    private void learn(Capture earlier) {
        earlier.eventType().ifPresent(doc -> types.put(doc.path("id").asLong(), doc.deepCopy()));
        if (earlier.body().path("data").isArray()) {
            earlier.body().path("data")
                    .forEach(item -> types.computeIfAbsent(item.path("id").asLong(), id -> item.deepCopy()));
        }
        if (earlier.name().equals("141-version-None-get")) {
            types.values().forEach(doc -> doc.put("afterEventBuffer", doc.path("id").asInt() == 3 ? 10 : 0));
        }
    }

    /// All keys the request does not name were there before; those it names are as they were last seen.
    private void correct(ObjectNode shown) {
        ObjectNode before = shown.deepCopy();
        ObjectNode seen = types.get(shown.path("id").asLong());
        JsonNode sent = capture.request().path("body");
        boolean fields = sent.has("bookingFields") || sent.has("disableGuests");
        if (seen != null && capture.method().equals("PATCH")) {
            seen.properties().forEach(entry -> {
                if (sent.has(entry.getKey()) || (fields && FIELDS.contains(entry.getKey()))) {
                    before.set(entry.getKey(), entry.getValue());
                }
            });
        }
        types.put(shown.path("id").asLong(), before);
    }

    /// A list shows all but the hidden booking fields; those come from earlier answers.
    private void keepListed(JsonNode items) {
        Map<Long, ObjectNode> listed = new TreeMap<>();
        for (JsonNode item : items) {
            ObjectNode doc = item.deepCopy();
            ObjectNode seen = types.get(item.path("id").asLong());
            if (seen != null && Documents.listed(seen).path("bookingFields").equals(doc.path("bookingFields"))) {
                doc.set("bookingFields", seen.path("bookingFields"));
            }
            listed.put(item.path("id").asLong(), doc);
        }
        types.clear();
        types.putAll(listed);
    }

    private void correctLegacy() {
        JsonNode items = capture.body().path("data").path("eventTypeGroups").path(0).path("eventTypes");
        if (items.isMissingNode()) {
            JsonNode data = capture.body().path("data");
            correctFromLegacy(data.has("eventType") ? data.path("eventType") : data);
            return;
        }
        items.forEach(this::correctFromLegacy);
        types.keySet().removeIf(id -> items.valueStream().noneMatch(item -> item.path("id").asLong() == id));
    }

    private void correctFromLegacy(JsonNode shown) {
        long id = shown.path("id").asLong();
        ObjectNode doc = types.computeIfAbsent(id, fresh -> Documents.ofUser(Account.ANN, fresh));
        JsonNode fields = shown.path("bookingFields");
        if (fields.isNull()) {
            doc.set("bookingFields", BookingFields.afterWebCreate());
        } else if (capture.method().equals("GET")) {
            doc.set("bookingFields", fields.size() == 1 ? BookingFields.onlyEmail() : BookingFields.afterApiCreate());
        }
        JsonNode sent = capture.request().path("body");
        List.of("title", "slug", "hidden", "description", "minimumBookingNotice", "beforeEventBuffer",
                "afterEventBuffer")
                .forEach(key -> {
                    if (!sent.has(key)) {
                        doc.set(key, shown.get(key));
                    }
                });
        doc.set("lengthInMinutes", shown.get("length"));
        boolean always = shown.path("requiresConfirmation").asBoolean();
        if (always) {
            Documents.confirm(doc, null);
        }
    }
}
