package io.calsync.sync;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calsync.calcom.Loopback;
import io.calsync.domain.Field;
import io.calsync.domain.Values;
import io.calsync.sandbox.Account;
import io.calsync.sandbox.Documents;
import io.calsync.sandbox.Fault;
import io.calsync.sandbox.FaultKind;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// The sandbox over loopback, through the real client: what goes wrong, goes wrong in HTTP and JSON.
final class SandboxCalcom implements OtherSide, AutoCloseable {
    private static final String PATHS = "/v2/event-types*";
    private static final int MORE_THAN_ALLOWED = 5_000_000;
    private static final long SOMEBODY_ELSE = 4711;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SandboxServer sandbox;
    private final Loopback loopback;
    private final Map<Long, ObjectNode> deleted = new HashMap<>();
    private long lastId = 100;

    SandboxCalcom(VirtualClock clock) {
        try {
            sandbox = SandboxServer.start(SandboxOptions.diy().withoutRateLimit().clock(clock));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        loopback = new Loopback(sandbox, clock, clock::advance);
    }

    @Override
    public void close() {
        loopback.close();
        sandbox.close();
    }

    @Override
    public EventTypes connect() {
        return loopback.connect();
    }

    @Override
    public long add(Values values) {
        lastId = Math.max(lastId, sandbox.world().all().stream().mapToLong(doc -> doc.path("id").asLong()).max()
                .orElse(0)) + 1;
        var doc = Documents.ofUser(Account.ANN, lastId);
        for (Field field : Field.synced()) if (values.has(field)) set(doc, field, values.get(field));
        sandbox.world().put(doc);
        return lastId;
    }

    @Override
    public Values held(long eventTypeId) {
        var values = Values.NONE;
        var doc = sandbox.world().find(eventTypeId);
        if (doc.isEmpty() || doc.get().path("ownerId").asLong() == SOMEBODY_ELSE) return values;
        var raw = JSON.convertValue(doc.get(), new TypeReference<Map<String, Object>>() {});
        for (Field field : Field.synced()) values = values.with(field, field.mapping().read(raw));
        return values;
    }

    @Override
    public void edit(long eventTypeId, Field field, Object value) {
        boolean taken = field == Field.SLUG && sandbox.world().all().stream()
                .anyMatch(doc -> doc.path("slug").asText().equals(value));
        if (!taken && sandbox.world().find(eventTypeId).isPresent())
            sandbox.world().edit(eventTypeId, doc -> set(doc, field, value));
    }

    @Override
    public void delete(long eventTypeId) {
        sandbox.world().find(eventTypeId).ifPresent(doc -> {
            deleted.put(eventTypeId, doc);
            sandbox.world().delete(eventTypeId);
        });
    }

    @Override
    public void restore(long eventTypeId) {
        var doc = deleted.remove(eventTypeId);
        boolean taken = doc != null && sandbox.world().all().stream()
                .anyMatch(other -> other.path("slug").equals(doc.path("slug")));
        if (doc != null && !taken) sandbox.world().put(doc);
        sandbox.world().find(eventTypeId).ifPresent(
                there -> sandbox.world().put(there.put("ownerId", Account.ANN.id())));
    }

    @Override
    public void recreate(long eventTypeId) {
        if (sandbox.world().find(eventTypeId).isPresent()) sandbox.world().recreate(eventTypeId);
    }

    @Override
    public void moveAway(long eventTypeId) {
        if (sandbox.world().find(eventTypeId).isPresent())
            sandbox.world().edit(eventTypeId, doc -> doc.put("ownerId", SOMEBODY_ELSE));
    }

    @Override
    public void trouble(boolean write, Trouble trouble) {
        if (trouble != Trouble.NONE) sandbox.faults().add(fault(trouble).on(write ? "PATCH" : "GET", PATHS));
    }

    @Override
    public void ails(long eventTypeId, Trouble trouble) {
        sandbox.faults().add(fault(trouble).on("GET", "/v2/event-types/" + eventTypeId).times(Integer.MAX_VALUE));
    }

    @Override
    public void neverTakes(Field field) {
        sandbox.faults().add(Fault.of(FaultKind.ERROR_500).on("PATCH", PATHS).field(key(field), null)
                .times(Integer.MAX_VALUE));
    }

    @Override
    public void calm() {
        sandbox.faults().clear();
    }

    @Override
    public void landLateWrites() {}

    @Override
    public boolean isOurs(long eventTypeId, Field field) {
        return false;
    }

    private static Fault fault(Trouble trouble) {
        var value = trouble == Trouble.NORMALISED ? JsonNodeFactory.instance.textNode("Normalised") : null;
        String key = trouble == Trouble.FAILED_500 ? "" : key(Field.NAME);
        return Fault.of(trouble.http()).field(key, value).hold(Duration.ofMillis(2)).bytes(MORE_THAN_ALLOWED);
    }

    private static void set(ObjectNode doc, Field field, Object value) {
        doc.set(key(field), JSON.valueToTree(field == Field.ACTIVE ? (Object) !(Boolean) value : value));
    }

    private static String key(Field field) {
        return switch (field) {
            case NAME -> "title";
            case DURATION -> "lengthInMinutes";
            case ACTIVE -> "hidden";
            case DISABLE_GUESTS -> "disableGuests";
            case SLUG, DESCRIPTION -> field.key();
            default -> throw new IllegalArgumentException("not in these histories: " + field);
        };
    }
}
