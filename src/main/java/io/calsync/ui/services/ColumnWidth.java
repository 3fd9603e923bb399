package io.calsync.ui.services;

import io.calsync.domain.Field;
import io.calsync.domain.Money;
import io.calsync.domain.SyncStatus;
import io.calsync.ui.kit.StatusLook;
import io.calsync.ui.kit.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// How wide a column is as long as nobody changed it, in pixels at text of the ordinary size: its header and the longest
/// that it usually says, in the person's language, fit. UI thread only.
final class ColumnWidth {
    /// Of names, categories and branches, which may be of any length; what is to spare makes them wider.
    private static final int NAME = 152;
    private static final int CATEGORY = 80;
    private static final int PLACE = 112;

    // As services.css has it.
    private static final Font CELL = Font.font(13.02);
    private static final Font HEADER = Font.font(CELL.getFamily(), FontWeight.BOLD, 11.98);
    private static final int CELL_PADDING = 15;
    private static final int HEADER_PADDING = 14;
    private static final int ICON = 21;

    private ColumnWidth() {}

    static int of(Column column, Words words) {
        double header = width(words.say(column.key()), HEADER) + HEADER_PADDING;
        return (int) Math.ceil(switch (column) {
            case NAME -> NAME;
            case CATEGORY -> CATEGORY;
            case PLACE -> PLACE;
            case SYNC -> Math.max(header, Math.max(looks(words, Arrays.stream(SyncStatus.values()).map(StatusLook::of)),
                    cell(words.say("status.synced") + " " + words.say("accepted.mark")) + ICON));
            case ACTIVE -> Math.max(header,
                    looks(words, Stream.of(StatusLook.ofActive(true), StatusLook.ofActive(false))));
            case ONLINE -> Math.max(header,
                    looks(words, Stream.of(StatusLook.ofOnline(true), StatusLook.ofOnline(false))));
            case BOOKABLE -> Math.max(header, cell(words.say("value.yes"), words.say("value.no")) + ICON);
            case DURATION -> Math.max(header, cell(words.values().show(Field.DURATION, 480L)));
            case PRICE ->
                    Math.max(header, cell(words.values().show(Field.PRICE, Money.of(new BigDecimal("999.99"), "EUR"))));
            case BUFFER -> Math.max(header, cell(words.values().show(Field.BUFFER_AFTER, 60L)));
            case EVENT_TYPE -> Math.max(header, cell("#3719742"));
            case LAST_SYNC ->
                    Math.max(header, cell(words.say("column.last-sync.none"), ago(words, Duration.ofHours(22)),
                            ago(words, Duration.ofDays(22))));
        });
    }

    private static double looks(Words words, Stream<StatusLook> looks) {
        return cell(looks.map(look -> words.say(look.key())).toArray(String[]::new)) + ICON;
    }

    private static String ago(Words words, Duration age) {
        return words.times().ago(Instant.EPOCH, Instant.EPOCH.plus(age));
    }

    private static double cell(String... texts) {
        return Arrays.stream(texts).mapToDouble(text -> width(text, CELL)).max().orElse(0) + CELL_PADDING;
    }

    private static double width(String text, Font font) {
        var drawn = new Text(text);
        drawn.setFont(font);
        return drawn.getLayoutBounds().getWidth();
    }
}
