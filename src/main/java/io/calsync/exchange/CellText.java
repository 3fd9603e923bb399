package io.calsync.exchange;

import io.calsync.domain.Field;
import io.calsync.domain.FieldType;
import io.calsync.domain.Money;
import io.calsync.domain.SyncStatus;
import io.calsync.text.Texts;
import io.calsync.text.TimeText;
import io.calsync.text.ValueText;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Values as the cells of a CSV file. Written in the person's language and number format; read in either language, because
/// a file may come from a colleague.
public final class CellText {
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00A0\u202F]+");
    private static final Pattern POINTS_GROUP = Pattern.compile("-?\\d{1,3}(\\.\\d{3})+(,\\d+)?");
    private static final Pattern COMMAS_GROUP = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

    private final Texts texts;
    private final ValueText values;
    private final TimeText times;
    private final Set<String> yes;
    private final Set<String> no;

    public CellText(Texts texts, TimeText times) {
        this.texts = texts;
        this.values = new ValueText(texts);
        this.times = times;
        this.yes = words("file.yes");
        this.no = words("file.no");
    }

    String write(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Money money -> values.edit(Field.PRICE, money);
            case Boolean flag -> texts.say(flag ? "value.yes" : "value.no");
            case SyncStatus status -> status(status);
            case Instant instant -> times.exact(instant);
            default -> value.toString();
        };
    }

    String status(SyncStatus status) {
        return texts.say("status." + status.name().toLowerCase(Locale.ROOT));
    }

    /// Reads what a person or a program wrote, units and currency signs aside.
    ///
    /// @param currency of the price
    /// @return empty where it is no value of this field's kind, or could mean two
    Optional<Object> read(Field field, String cell, String currency) {
        return switch (field.type()) {
            case FieldType.Text _ -> Optional.of(field.type().canonical(cell));
            case FieldType.Minutes _ -> values.parse(field, minutes(cell), currency);
            case FieldType.Amount _ -> values.parse(field, plain(amount(cell, currency), currency), currency);
            case FieldType.Flag _ -> flag(cell);
        };
    }

    private Optional<Object> flag(String cell) {
        String word = cell.toLowerCase(Locale.ROOT);
        if (yes.contains(word)) return Optional.of(true);
        return no.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /// Whole minutes may come with a unit, and from a spreadsheet with decimals that are all zero.
    private static String minutes(String cell) {
        String number = BLANKS.matcher(cell).replaceAll("").replaceFirst("(?i)min\\p{L}*\\.?$", "");
        return number.replaceFirst("^(-?\\d+)[.,]0{1,2}$", "$1").replaceFirst("^(\\d)[.,](\\d{3})$", "$1$2");
    }

    private static String amount(String cell, String currency) {
        String number = BLANKS.matcher(cell).replaceAll("").replace("'", "").replace("’", "");
        for (String sign : signs(currency)) {
            if (number.startsWith(sign)) return number.substring(sign.length());
            if (number.endsWith(sign)) return number.substring(0, number.length() - sign.length());
        }
        return number;
    }

    private static List<String> signs(String currency) {
        try {
            var known = Currency.getInstance(currency);
            return List.of(currency, known.getSymbol(Locale.US), known.getSymbol(Locale.GERMANY),
                    known.getSymbol(Locale.UK));
        } catch (IllegalArgumentException unknown) {
            return List.of(currency);
        }
    }

    /// Without the signs that group digits, where it is clear which these are: `1,200` may be two amounts.
    private static String plain(String number, String currency) {
        boolean both = number.contains(".") && number.contains(",");
        boolean clear = both || Money.digits(currency) == 0 || number.indexOf('.') != number.lastIndexOf('.')
                || number.indexOf(',') != number.lastIndexOf(',');
        if (clear && POINTS_GROUP.matcher(number).matches()) return number.replace(".", "");
        if (clear && COMMAS_GROUP.matcher(number).matches()) return number.replace(",", "");
        return number;
    }

    private static Set<String> words(String key) {
        var english = new Texts(Locale.ENGLISH).say(key);
        var german = new Texts(Locale.GERMAN).say(key);
        return Arrays.stream((english + " " + german).split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
