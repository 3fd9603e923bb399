package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.SyncStatus;
import io.calsync.text.Texts;
import io.calsync.ui.kit.Alerts;
import io.calsync.ui.kit.Happenings.Happening;
import io.calsync.ui.kit.Words;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemNoticeTest {
    private static final String CUNNING = "<b>\"; rm -rf $(x) & 'Cut'";

    @Test
    void whatAServiceIsCalledIsNeverPartOfAScript() {
        var linux = new SystemNotice("Linux").command("Calsync", CUNNING);
        assertEquals(List.of("--", "Calsync", "&lt;b&gt;\"; rm -rf $(x) &amp; 'Cut'"), linux.subList(2, 5));
        var mac = new SystemNotice("Mac OS X").command("Calsync", CUNNING);
        assertEquals(List.of("Calsync", CUNNING), mac.subList(mac.size() - 2, mac.size()));
        assertTrue(new SystemNotice("Windows 11").command("Calsync", CUNNING).stream()
                .noneMatch(part -> part.contains("rm -rf")));
    }

    @Test
    void aSystemWithoutNotificationsChangesNothing() {
        new SystemNotice("Linux").show("Calsync", "Premium Cut waits for your decision.");
    }

    @ParameterizedTest
    @CsvSource({"1, 0, Cut waits for your decision.", "0, 1, Cut could not be pushed.",
            "2, 1, 'New: 2 conflicts, 1 failure.'", "0, 3, 'New: no conflicts, 3 failures.'"})
    void whatCameTogetherIsOneSentence(int conflicts, int failures, String sentence) {
        var came = IntStream.range(0, conflicts + failures).mapToObj(i -> new Happening(i, "Cut",
                i < conflicts ? SyncStatus.CONFLICT : SyncStatus.ERROR, Instant.EPOCH, false)).toList();
        assertEquals(sentence, SystemNotice.sentence(came, Words.of(new Texts(Locale.ENGLISH), ZoneOffset.UTC)));
    }

    @ParameterizedTest
    @CsvSource({"true, 0, 0, 03:00, true", "true, 20, 7, 19:59, true", "true, 20, 7, 20:00, false",
            "true, 20, 7, 06:59, false", "true, 20, 7, 07:00, true", "true, 12, 13, 12:30, false",
            "false, 0, 0, 12:00, false"})
    void quietHoursMayGoOverMidnight(boolean system, int from, int to, LocalTime time, boolean allowed) {
        assertEquals(allowed, new Alerts(system, from, to).allowed(time));
    }
}
