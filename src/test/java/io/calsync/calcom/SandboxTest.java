package io.calsync.calcom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import io.calsync.sandbox.LoggedRequest;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import io.calsync.sync.EventTypes;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Scope;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxTest {
    private final CalCom calCom = new CalCom(InstantSource.system());
    @SuppressWarnings("NullAway.Init") private SandboxServer sandbox;
    @SuppressWarnings("NullAway.Init") private EventTypes eventTypes;

    @BeforeEach
    void start() throws Exception {
        sandbox = SandboxServer.start(SandboxOptions.diy().services(3));
        eventTypes = connect(new Scope.User());
    }

    @AfterEach
    void stop() {
        calCom.close();
        sandbox.close();
    }

    private EventTypes connect(Scope scope) throws ProblemException {
        return calCom.connect(ServerAddress.clean(sandbox.baseUrl()), new ApiKey("cal_test"), scope, 120);
    }

    @Test
    void aChangedDurationArrivesAndNothingElseChanges() throws Exception {
        var before = eventTypes.list().getFirst();
        var stored = sandbox.world().get(before.id());

        var after = eventTypes.write(eventTypes.read(before.id()), Patch.of(Field.DURATION, 75L));

        assertEquals(75L, after.values().get(Field.DURATION));
        assertEquals(stored.put("lengthInMinutes", 75), sandbox.world().get(before.id()));
        assertEquals("{\"lengthInMinutes\":75}", sandbox.log().writes().getFirst().body());
    }

    @Test
    void theAccountBehindTheKeyIsNamed() throws Exception {
        assertEquals("ann", eventTypes.account().username());
    }

    @Test
    void nothingIsWrittenBeforeALookProvedTheVersion() throws Exception {
        var current = eventTypes.list().getFirst();
        sandbox.log().clear();

        connect(new Scope.User()).write(current, Patch.of(Field.NAME, "Trim"));

        assertEquals("GET, PATCH", methods());
    }

    @Test
    void anEventTypeIsCreatedWithWhatTheServiceHas() throws Exception {
        var values = Values.NONE.with(Field.NAME, "Blow-dry").with(Field.SLUG, "blow-dry").with(Field.DURATION, 25L)
                .with(Field.ACTIVE, false).with(Field.BUFFER_AFTER, 10L);

        var made = eventTypes.create(values, 0);

        assertEquals("Blow-dry", sandbox.world().get(made.id()).path("title").asText());
        assertTrue(sandbox.world().get(made.id()).path("hidden").asBoolean());
        assertEquals(made.values(), values.over(made.values()));
    }

    @Test
    void aDeletedEventTypeIsNotFound() throws Exception {
        long id = eventTypes.list().getFirst().id();
        sandbox.world().delete(id);

        var thrown = assertThrows(ProblemException.class, () -> eventTypes.read(id));

        assertEquals(id, assertInstanceOf(Problem.NotFound.class, thrown.problem()).eventTypeId());
    }

    private String methods() {
        return String.join(", ", sandbox.log().all().stream().map(LoggedRequest::method).toList());
    }
}
