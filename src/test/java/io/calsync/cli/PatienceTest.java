package io.calsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.sync.EventTypes.Budget;
import io.calsync.text.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final String WIPED = "\r\u001b[K";

    private final StringWriter err = new StringWriter();

    @Test
    void itSaysHowLongTheLimitMakesWaitBesideWhatWasDoneAndTakesThatBack() {
        waited(true);

        assertTrue(err.toString().contains("60 requests a minute may go; on in 42 s.  30/51 Gloss"), err.toString());
        assertTrue(err.toString().endsWith(WIPED));
    }

    @Test
    void whereNobodyLooksOnItSaysNothing() {
        waited(false);

        assertEquals("", err.toString());
    }

    @Test
    void aLineNeverGoesOnInASecondOne() {
        new PassingLine(new PrintWriter(err), () -> true).done("x".repeat(300));

        assertEquals(79, err.toString().length() - WIPED.length());
    }

    private void waited(boolean watched) {
        var line = new PassingLine(new PrintWriter(err), () -> watched);
        line.done("30/51 Gloss");
        var used = new Budget(60, 60, Duration.ofSeconds(42), 100);
        try (var patience = new Patience(line, new Texts(Locale.ENGLISH), () -> Optional.of(used))) {
            patience.look();
        }
    }
}
