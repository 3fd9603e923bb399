package io.calsync.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// Times as a person says them.
public final class TimeText {
    private final Texts texts;
    private final ZoneId zone;

    public TimeText(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /// For example "2 hours ago"; a clock that runs ahead counts as just now.
    public String ago(Instant then, Instant now) {
        var passed = Duration.between(then, now);
        if (passed.toSeconds() < 10) return texts.say("ago.now");
        if (passed.toMinutes() < 1) return texts.count("ago.seconds", passed.toSeconds());
        if (passed.toHours() < 1) return texts.count("ago.minutes", passed.toMinutes());
        if (passed.toDays() < 1) return texts.count("ago.hours", passed.toHours());
        return texts.count("ago.days", passed.toDays());
    }

    /// The same where there is little room, for example "12 min ago".
    public String agoBriefly(Instant then, Instant now) {
        var passed = Duration.between(then, now);
        if (passed.toSeconds() < 10 || passed.toHours() >= 1) return ago(then, now);
        return passed.toMinutes() < 1 ? texts.say("ago.brief.seconds", passed.toSeconds())
                : texts.say("ago.brief.minutes", passed.toMinutes());
    }

    /// For example "in 40 seconds"; what is due already counts as now.
    public String in(Instant then, Instant now) {
        long seconds = Math.max(0, Duration.between(now, then).toSeconds());
        if (seconds == 0) return texts.say("in.now");
        return seconds < 90 ? texts.count("in.seconds", seconds) : texts.count("in.minutes", (seconds + 59) / 60);
    }

    /// The exact local date and time.
    public String exact(Instant then) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .format(then.atZone(zone));
    }

    /// The time of day, and the day as well where it is not today.
    public String clock(Instant then, Instant now) {
        boolean today = then.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        if (!today) return exact(then);
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(texts.locale())
                .format(then.atZone(zone));
    }

    /// The zone in which times are told.
    public ZoneId zone() {
        return zone;
    }

    /// A day without its year's century, as short as the language has it.
    public String day(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(texts.locale()).format(date);
    }

    /// For example "about 4 s" or "about 3 min".
    public String about(Duration duration) {
        return duration.toSeconds() < 90
                ? texts.say("about.seconds", Math.max(1, duration.toSeconds()))
                : texts.say("about.minutes", duration.plusSeconds(59).toMinutes());
    }
}
