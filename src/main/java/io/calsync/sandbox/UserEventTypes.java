package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// The event types of one user: list, get, create, change, delete.
final class UserEventTypes {
    private final World world;
    private final LegacyShape legacy;

    UserEventTypes(World world) {
        this.world = world;
        this.legacy = new LegacyShape(world);
    }

    Answer list(Call call) {
        if (call.legacy()) {
            return Answer.success(200, legacy.list(call.account()));
        }
        return Answer.list(world.listed(doc -> owns(call, doc), call.sort()));
    }

    Answer get(Call call) {
        ObjectNode doc = own(call);
        return Answer.success(
                200, call.legacy() ? legacy.page(call.account(), doc) : Documents.shown(doc));
    }

    Answer create(Call call) {
        if (call.legacy()) {
            return Answer.success(201, legacy.create(call.account(), call.json()));
        }
        ObjectNode input = inVersion(call, EventTypeInput.forCreate(call.json()));
        if (isTaken(call, input, 0)) {
            throw Refusal.badRequest("User already has an event type with this slug.");
        }
        ObjectNode doc = Documents.ofUser(call.account(), world.nextId());
        EventTypeChange.apply(input, doc);
        world.put(doc, call.account().name());
        return Answer.success(201, Documents.shown(doc));
    }

    Answer change(Call call) {
        ObjectNode doc = own(call);
        if (call.legacy()) {
            legacy.change(call.json(), doc);
        } else {
            ObjectNode input = inVersion(call, EventTypeInput.forChange(call.json()));
            dropEmptySlug(input);
            if (isTaken(call, input, Documents.id(doc))) {
                throw Refusal.trpc("error_event_type_url_duplicate");
            }
            EventTypeChange.apply(input, doc);
        }
        world.put(doc, call.account().name());
        return Answer.success(200, call.legacy() ? legacy.one(call.account(), doc) : Documents.shown(doc));
    }

    Answer delete(Call call) {
        long id = call.id("id");
        ObjectNode doc =
                world.find(id).orElseThrow(() -> Refusal.notFound("Event type with ID=" + id + " does not exist."));
        if (!owns(call, doc)) {
            throw Refusal.forbidden(
                    "User with ID=" + call.account().id() + " does not own event type with ID=" + id);
        }
        world.delete(id, call.account().name());
        ObjectNode gone = Json.object().put("id", id);
        List.of("lengthInMinutes", "slug", "title").forEach(key -> gone.set(key, doc.get(key)));
        return Answer.success(200, gone);
    }

    /// Who changed what and when; only a hosted server tells.
    Answer history(Call call) {
        own(call);
        int limit = Math.clamp(call.request().number("limit", 20), 1, 50);
        int from = call.request().number("cursor", 0);
        List<Change> changes = world.history(call.id("id"));
        ObjectNode data = Json.object().put("eventTypeId", call.id("id"));
        int to = Math.min(changes.size(), from + limit);
        ArrayNode logs = data.putArray("auditLogs");
        for (int i = from; i < to; i++) {
            logs.add(changes.get(i).toJson(changes.size() - i));
        }
        data.put("nextCursor", to < changes.size() ? Integer.toString(to) : null);
        return Answer.success(200, data);
    }

    /// An empty slug in a PATCH is overlooked, in a POST it is stored.
    static void dropEmptySlug(ObjectNode input) {
        if (input.path("slug").asText("").isEmpty()) {
            input.remove("slug");
        }
    }

    /// The next version knows no `disableGuests`: there only the `guests` booking field speaks of it.
    private static ObjectNode inVersion(Call call, ObjectNode input) {
        return Router.NEXT.equals(call.request().version()) ? input.without("disableGuests") : input;
    }

    private ObjectNode own(Call call) {
        String id = call.parameters().getOrDefault("id", "");
        return world.find(call.id("id"))
                .filter(doc -> owns(call, doc))
                .orElseThrow(() -> Refusal.noSuchEventType(id));
    }

    private static boolean owns(Call call, ObjectNode doc) {
        return Documents.owner(doc) == call.account().id();
    }

    private boolean isTaken(Call call, ObjectNode input, long exceptId) {
        JsonNode slug = input.path("slug");
        return slug.isTextual() && world.exists(
                doc -> doc.path("slug").equals(slug) && owns(call, doc) && Documents.id(doc) != exceptId);
    }
}
