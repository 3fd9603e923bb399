package io.calsync.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:05:00Z");

    private final TimeText english = new TimeText(new Texts(Locale.ENGLISH), ZoneOffset.UTC);
    private final TimeText german = new TimeText(new Texts(Locale.GERMAN), ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
            "-3600,  just now,       gerade eben",
            "0,      just now,       gerade eben",
            "9,      just now,       gerade eben",
            "10,     10 seconds ago, vor 10 Sekunden",
            "59,     59 seconds ago, vor 59 Sekunden",
            "60,     1 minute ago,   vor 1 Minute",
            "119,    1 minute ago,   vor 1 Minute",
            "120,    2 minutes ago,  vor 2 Minuten",
            "3599,   59 minutes ago, vor 59 Minuten",
            "3600,   1 hour ago,     vor 1 Stunde",
            "86399,  23 hours ago,   vor 23 Stunden",
            "86400,  1 day ago,      vor 1 Tag",
            "604800, 7 days ago,     vor 7 Tagen"})
    void tellsHowLongAgoInTheGreatestUnitThatFits(long seconds, String inEnglish, String inGerman) {
        assertEquals(inEnglish, english.ago(NOW.minusSeconds(seconds), NOW));
        assertEquals(inGerman, german.ago(NOW.minusSeconds(seconds), NOW));
    }

    @ParameterizedTest
    @CsvSource({
            "9,    just now,   gerade eben",
            "35,   35 s ago,   vor 35 s",
            "720,  12 min ago, vor 12 Min.",
            "7200, 2 hours ago, vor 2 Stunden"})
    void abbreviatesTheFirstHourWhereThereIsLittleRoom(long seconds, String inEnglish, String inGerman) {
        assertEquals(inEnglish, english.agoBriefly(NOW.minusSeconds(seconds), NOW));
        assertEquals(inGerman, german.agoBriefly(NOW.minusSeconds(seconds), NOW));
    }

    @Test
    void tellsTheExactTimeWhereThePersonIs() {
        assertEquals("Nov 23, 2026, 9:05 AM", english.exact(NOW).replace('\u202f', ' '));
        assertEquals("23.11.2026, 10:05", german.exact(NOW));
        assertEquals("23.07.2026, 11:05", german.exact(Instant.parse("2026-07-23T09:05:00Z")), "summer time");
    }

    @ParameterizedTest
    @CsvSource({
            "0,       about 1 s",
            "400,     about 1 s",
            "1000,    about 1 s",
            "89999,   about 89 s",
            "90000,   about 2 min",
            "120000,  about 2 min",
            "121000,  about 3 min",
            "3600000, about 60 min"})
    void roundsAnEstimateUpAndNeverSaysNothing(long millis, String text) {
        assertEquals(text, english.about(Duration.ofMillis(millis)));
    }

    @Test
    void estimatesInGermanToo() {
        assertEquals("etwa 4 s", german.about(Duration.ofSeconds(4)));
        assertEquals("etwa 3 Min.", german.about(Duration.ofMinutes(3)));
    }
}
