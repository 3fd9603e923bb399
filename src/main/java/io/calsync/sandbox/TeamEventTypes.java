package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The event types of teams and organizations on a hosted server.
final class TeamEventTypes {
    private static final Set<String> SCHEDULING = Set.of("roundRobin", "collective", "managed");
    private static final int PAGE = 250;

    private final World world;
    private final List<Team> teams;
    private final Keys keys;

    TeamEventTypes(World world, SandboxOptions options) {
        this.world = world;
        this.teams = options.teams();
        this.keys = options.keys();
    }

    Answer teams(Call call) {
        List<ObjectNode> mine = teams.stream()
                .filter(team -> team.members().contains(call.account().id()))
                .map(Team::listed)
                .toList();
        return Answer.success(200, Json.array(mine));
    }

    Answer list(Call call) {
        long team = team(call).id();
        return Answer.list(world.listed(doc -> Documents.team(doc) == team && !isChild(doc), call.sort()));
    }

    /// All event types of all teams of an organization, by pages.
    Answer listOrganization(Call call) {
        int take = call.request().number("take", PAGE);
        int skip = call.request().number("skip", 0);
        if (take < 1 || take > PAGE) {
            throw Refusal.badRequest("take must be between 1 and " + PAGE);
        }
        Set<Long> ids = teams.stream()
                .filter(team -> isIn(team, call))
                .map(Team::id)
                .collect(Collectors.toSet());
        if (ids.isEmpty()) {
            throw Refusal.forbidden("User is not a member of the organization.");
        }
        List<String> all = world.listed(doc -> ids.contains(Documents.team(doc)) && !isChild(doc), call.sort());
        return Answer.list(all.stream().skip(skip).limit(take).toList());
    }

    Answer get(Call call) {
        return Answer.success(200, Documents.shown(own(call)));
    }

    Answer create(Call call) {
        Team team = team(call);
        ObjectNode input = EventTypeInput.forCreate(call.json());
        String scheduling = call.json().path("schedulingType").asText();
        if (!SCHEDULING.contains(scheduling)) {
            throw Refusal.badRequest("schedulingType must be one of roundRobin, collective, managed");
        }
        refuseTakenSlug(team, input);
        ObjectNode doc = Documents.ofTeam(team, world.nextId(), scheduling);
        EventTypeChange.apply(input, doc);
        world.put(doc, call.account().name());
        if (scheduling.equals("managed")) {
            team.members().stream().sorted().forEach(member -> world.put(child(doc, member), call.account().name()));
        }
        return Answer.success(201, family(doc));
    }

    Answer change(Call call) {
        ObjectNode doc = own(call);
        ObjectNode input = EventTypeInput.forChange(call.json());
        UserEventTypes.dropEmptySlug(input);
        // A team's own, unchanged slug counts as taken too.
        refuseTakenSlug(team(call), input);
        EventTypeChange.apply(input, doc);
        world.put(doc, call.account().name());
        children(doc).forEach(child -> {
            EventTypeChange.apply(input, child);
            world.put(child, call.account().name());
        });
        return Answer.success(200, family(doc));
    }

    Answer delete(Call call) {
        ObjectNode doc = own(call);
        children(doc).forEach(child -> world.delete(Documents.id(child), call.account().name()));
        world.delete(Documents.id(doc), call.account().name());
        ObjectNode gone = Json.object().put("id", Documents.id(doc));
        return Answer.success(200, gone.put("title", doc.path("title").asText()));
    }

    /// One event type alone, or a managed one with its children behind it.
    private JsonNode family(ObjectNode doc) {
        if (!doc.path("schedulingType").asText().equals("managed")) {
            return Documents.shown(doc);
        }
        ArrayNode family = Json.array(List.of(Documents.shown(doc)));
        children(doc).forEach(child -> family.add(Documents.shown(child)));
        return family;
    }

    /// A member's own copy of a managed event type. It lies among the member's user event types.
    private ObjectNode child(ObjectNode parent, long member) {
        ObjectNode child = parent.deepCopy();
        child.put("id", world.nextId()).put("ownerId", member).put("parentEventTypeId", Documents.id(parent));
        child.putArray("users").add(keys.byId(member).asHost());
        return child.putNull("schedulingType");
    }

    private List<ObjectNode> children(ObjectNode parent) {
        List<ObjectNode> children = new ArrayList<>();
        for (ObjectNode doc : world.all()) {
            if (isChild(doc) && doc.path("parentEventTypeId").asLong() == Documents.id(parent)) {
                children.add(doc);
            }
        }
        return children;
    }

    private static boolean isChild(ObjectNode doc) {
        return doc.path("parentEventTypeId").isNumber();
    }

    private ObjectNode own(Call call) {
        long team = team(call).id();
        String id = call.parameters().getOrDefault("id", "");
        return world.find(call.id("id"))
                .filter(doc -> Documents.team(doc) == team && !isChild(doc))
                .orElseThrow(() -> Refusal.noSuchEventType(id));
    }

    private Team team(Call call) {
        long id = call.id("team");
        return teams.stream()
                .filter(team -> team.id() == id && isIn(team, call))
                .findFirst()
                .orElseThrow(() -> Refusal.forbidden("User is not a member of the team with id " + id + "."));
    }

    /// Whether the caller belongs to the team, and the team to the organization in the path, if there is one.
    private static boolean isIn(Team team, Call call) {
        boolean here = !call.parameters().containsKey("org")
                || (team.organizationId() != null && team.organizationId() == call.id("org"));
        return here && team.members().contains(call.account().id());
    }

    private void refuseTakenSlug(Team team, ObjectNode input) {
        boolean taken = world.exists(doc -> Documents.team(doc) == team.id()
                && !isChild(doc)
                && doc.path("slug").equals(input.path("slug")));
        if (taken) {
            throw Refusal.badRequest("Team event type with this slug already exists");
        }
    }
}
