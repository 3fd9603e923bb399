package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.calcom.ApiKey;
import io.calsync.calcom.CalCom;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import io.calsync.sync.EventTypes;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Scope;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateEventTypesTest {
    private static final URI SERVER = URI.create("http://127.0.0.1:9/v2");

    @Test
    void nothingIsConnectedBeforeTheFirstQuestionAndThenOnce() throws Exception {
        List<EventTypes> made = new ArrayList<>();
        try (var sandbox = SandboxServer.start(SandboxOptions.diy().services(2));
                var calCom = new CalCom(InstantSource.system())) {
            var late = new LateEventTypes(SERVER, 30, () -> {
                made.add(calCom.connect(URI.create(sandbox.baseUrl()), new ApiKey("cal_late"), new Scope.User(), 30));
                return made.getLast();
            });
            assertEquals(new EventTypes.Budget(0, 30, Duration.ZERO, 0), late.budget());
            assertTrue(made.isEmpty());

            assertEquals(2, late.list().size());
            assertEquals("ann", late.interactive().account().username());

            assertEquals(1, made.size());
            assertEquals(2, late.budget().sent());
        }
    }

    @Test
    void aMissingKeyIsToldWhenItIsNeededAndLookedForAgain() {
        var asked = new ArrayList<String>();
        var late = new LateEventTypes(SERVER, 30, () -> {
            asked.add("asked");
            throw new ProblemException(new Problem.KeyMissing("$CAL_KEY"));
        });

        assertThrows(ProblemException.class, late::list);
        assertThrows(ProblemException.class, late::account);

        assertEquals(2, asked.size());
        assertEquals("http://127.0.0.1:9/event-types/12", late.webPage(12));
    }
}
