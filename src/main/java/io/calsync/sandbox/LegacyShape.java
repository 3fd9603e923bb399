package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What a missing or unknown `cal-api-version` gets: the API's oldest form, with groups instead of a list and `length`
/// instead of `lengthInMinutes`. A write in this form is the trap: it answers 200, overlooks the length and throws
/// away every booking field but the e-mail address.
final class LegacyShape {
    private static final ObjectNode PARTS = Json.resource("legacy.json");
    private static final List<String> SAME_KEY = List.of(
            "id", "slug", "hidden", "title", "disableGuests", "minimumBookingNotice", "beforeEventBuffer",
            "afterEventBuffer", "price", "currency");
    private static final Set<String> WRITABLE =
            Set.of("title", "slug", "description", "hidden", "length", "beforeEventBuffer", "afterEventBuffer",
                    "minimumBookingNotice");
    /// The order in which the page fills in what is not stored: these before, those behind the stored ones.
    private static final List<String> BEFORE = List.of("name", "attendeePhoneNumber", "location");
    private static final List<String> BEHIND = List.of("email", "title", "notes", "guests", "rescheduleReason");
    private static final String WEB = "http://localhost:3000";

    private final World world;

    LegacyShape(World world) {
        this.world = world;
    }

    ObjectNode list(Account account) {
        ObjectNode profile = Json.object().put("slug", account.username()).put("name", account.name());
        profile.put("image", WEB + "/avatar.svg");
        ObjectNode group = Json.object().putNull("teamId").put("bookerUrl", WEB).putNull("membershipRole");
        group.set("profile", profile);
        group.putObject("metadata").put("membershipCount", 1).put("readOnly", false);
        ArrayNode items = group.putArray("eventTypes");
        world.all().stream()
                .filter(doc -> Documents.owner(doc) == account.id())
                .forEach(doc -> items.add(item(account, doc)));
        ObjectNode data = Json.object();
        data.putArray("eventTypeGroups").add(group);
        ObjectNode listed = profile.deepCopy().put("membershipCount", 1).put("readOnly", false);
        data.putArray("profiles").add(listed.putNull("teamId").putNull("membershipRole"));
        data.putObject("allUsersAcrossAllEventTypes");
        return data;
    }

    /// The answer to a GET by id: the event type and what its settings page needs besides.
    ObjectNode page(Account account, ObjectNode doc) {
        ObjectNode page = Json.object();
        page.set("eventType", one(account, doc));
        page.setAll((ObjectNode) PARTS.required("extras").deepCopy());
        return page;
    }

    /// The answer to a PATCH.
    ObjectNode one(Account account, ObjectNode doc) {
        ObjectNode one = PARTS.required("one").deepCopy();
        fill(one, account, doc);
        one.set("bookingFields", completed(rawFields(doc)));
        one.putObject("owner").put("id", account.id()).put("timeZone", account.timeZone());
        one.putArray("users").add(user(account));
        ObjectNode metadata = one.withObject("metadata");
        metadata.setAll((ObjectNode) doc.path("metadata"));
        metadata.withObject("apps").putObject("giphy").put("enabled", false).put("thankYouPage", "");
        return one;
    }

    private ObjectNode item(Account account, ObjectNode doc) {
        ObjectNode item = PARTS.required("item").deepCopy();
        fill(item, account, doc);
        item.putObject("owner").put("timeZone", account.timeZone());
        item.putArray("userIds").add(account.id());
        boolean untouched = doc.path("bookingFields").equals(BookingFields.afterWebCreate());
        item.set("metadata", untouched ? null : doc.path("metadata"));
        item.set("bookingFields", untouched ? null : rawFields(doc));
        return item;
    }

    private static void fill(ObjectNode target, Account account, ObjectNode doc) {
        SAME_KEY.forEach(key -> target.set(key, doc.get(key)));
        target.set("description", doc.get("description"));
        target.set("length", doc.get("lengthInMinutes"));
        target.put("userId", account.id());
        target.put("requiresConfirmation", "always".equals(doc.path("confirmationPolicy").path("type").textValue()));
        ArrayNode locations = target.putArray("locations");
        doc.path("locations").forEach(location -> locations.add(rawLocation(location)));
    }

    private static ObjectNode user(Account account) {
        ObjectNode user = PARTS.required("user").deepCopy();
        user.put("name", account.name()).put("username", account.username()).put("id", account.id());
        user.put("email", account.email()).put("nonProfileUsername", account.username());
        user.put("timeZone", account.timeZone());
        user.withObject("profile").put("upId", "usr-" + account.id()).put("username", account.username());
        return user;
    }

    /// @throws Refusal when `length` is missing: the new name of it is not known here
    ObjectNode create(Account account, JsonNode sent) {
        ObjectNode input = known(sent);
        if (!input.path("length").isNumber()) {
            ObjectNode details = Json.object();
            ObjectNode error = details.putArray("errors").addObject();
            error.set("target", input);
            error.put("property", "length").putArray("children");
            error.putObject("constraints")
                    .put("min", "length must not be less than 1")
                    .put("isNumber", "length must be a number conforming to the specified constraints");
            throw Refusal.invalid(details);
        }
        ObjectNode doc = Documents.ofUser(account, world.nextId());
        doc.set("bookingFields", BookingFields.afterWebCreate());
        write(input, doc);
        world.put(doc, account.name());
        return item(account, doc);
    }

    void change(JsonNode sent, ObjectNode doc) {
        write(known(sent), doc);
        doc.set("bookingFields", BookingFields.onlyEmail());
    }

    private static void write(ObjectNode input, ObjectNode doc) {
        input.properties().forEach(entry -> doc
                .set(entry.getKey().equals("length") ? "lengthInMinutes" : entry.getKey(), entry.getValue()));
    }

    private static ObjectNode known(JsonNode sent) {
        ObjectNode known = Json.object();
        sent.properties().stream()
                .filter(entry -> WRITABLE.contains(entry.getKey()))
                .forEach(entry -> known.set(entry.getKey(), entry.getValue()));
        return known;
    }

    private static ArrayNode rawFields(ObjectNode doc) {
        ArrayNode raw = Json.array(List.of());
        doc.path("bookingFields").forEach(field -> raw.add(rawField(field)));
        return raw;
    }

    private static ObjectNode rawField(JsonNode field) {
        String slug = field.path("slug").asText();
        if (PARTS.required("rawFields").path(slug) instanceof ObjectNode known) {
            ObjectNode raw = known.deepCopy();
            if (slug.equals("guests")) {
                raw.put("hidden", field.path("hidden").asBoolean());
            }
            return raw;
        }
        ObjectNode raw = field.deepCopy();
        raw.put("name", slug).put("editable", "user").remove(List.of("slug", "isDefault", "disableOnPrefill"));
        return raw;
    }

    private static ArrayNode completed(ArrayNode stored) {
        Set<String> there = stored.valueStream().map(f -> f.path("name").asText()).collect(Collectors.toSet());
        ArrayNode all = Json.array(List.of());
        BEFORE.stream().filter(slug -> !there.contains(slug)).forEach(slug -> all.add(missing(slug)));
        all.addAll(stored);
        BEHIND.stream().filter(slug -> !there.contains(slug)).forEach(slug -> all.add(missing(slug)));
        return all;
    }

    private static JsonNode missing(String slug) {
        return slug.equals("name")
                ? PARTS.required("bareName").deepCopy()
                : PARTS.required("rawFields").required(slug).deepCopy();
    }

    private static ObjectNode rawLocation(JsonNode location) {
        Map<String, String> integrations = Map.of("cal-video", "integrations:daily");
        ObjectNode raw = Json.object();
        if (location.path("type").asText().equals("address")) {
            raw.put("type", "inPerson").put("address", location.path("address").asText());
            return raw.put("displayLocationPublicly", location.path("public").asBoolean());
        }
        String app = location.path("integration").asText();
        return raw.put("type", integrations.getOrDefault(app, location.path("type").asText()));
    }
}
