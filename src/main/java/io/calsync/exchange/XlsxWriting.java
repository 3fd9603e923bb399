package io.calsync.exchange;

import io.calsync.domain.FieldType;
import io.calsync.domain.Money;
import io.calsync.sync.Progress;
import io.calsync.sync.ServiceView;
import io.calsync.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Writes an Excel workbook: numbers and money are numbers, texts are texts and never formulas.
final class XlsxWriting {
    /// Excel refuses a whole workbook for a longer cell.
    private static final int LONGEST_CELL = 32_767;
    private static final int FLUSH_EVERY = 500;
    private static final double NARROW = 14;
    private static final double WIDE = 32;

    /// What XML cannot hold.
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\t\n\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final Texts texts;
    private final CellText cells;

    XlsxWriting(Texts texts, CellText cells) {
        this.texts = texts;
        this.cells = cells;
    }

    void list(ServiceList list, OutputStream out, Progress progress) throws IOException {
        try (var workbook = new Workbook(out, "Calsync Console", "1.0")) {
            var sheet = workbook.newWorksheet(texts.say("list.sheet"));
            head(sheet, list);
            int line = 0;
            for (ServiceView service : list.services()) {
                if (progress.cancelled()) break;
                line++;
                for (int column = 0; column < list.columns().size(); column++)
                    cell(sheet, line, column, list.columns().get(column).value(service));
                if (line % FLUSH_EVERY == 0) sheet.flush();
                progress.at(line, list.services().size(), service.name());
            }
        }
    }

    private void head(Worksheet sheet, ServiceList list) {
        for (int column = 0; column < list.columns().size(); column++) {
            var of = list.columns().get(column);
            sheet.inlineString(0, column, of.title(texts));
            sheet.style(0, column).bold().set();
            sheet.width(column, wide(of) ? WIDE : NARROW);
        }
        sheet.freezePane(0, 1);
        sheet.setAutoFilter(0, 0, list.services().size(), list.columns().size() - 1);
    }

    private static boolean wide(ListColumn column) {
        return column instanceof ListColumn.OfField(var field)
                && field.type() instanceof FieldType.Text;
    }

    private void cell(Worksheet sheet, int line, int column, @Nullable Object value) {
        switch (value) {
            case null -> {
                return;
            }
            case Money money -> {
                sheet.value(line, column, money.amount());
                sheet.style(line, column).format(format(money.currency())).set();
            }
            case Long number -> sheet.value(line, column, number);
            case String text -> sheet.inlineString(line, column, text(text));
            default -> sheet.inlineString(line, column, cells.write(value));
        }
    }

    /// As many decimals as the currency has, its sign where the language puts it.
    private String format(String currency) {
        int digits = Money.digits(currency);
        String number = "#,##0" + (digits == 0 ? "" : "." + "0".repeat(digits));
        String sign = "\"" + sign(currency) + "\"";
        return texts.locale().getLanguage().equals("de") ? number + " " + sign : sign + number;
    }

    private String sign(String currency) {
        try {
            return Currency.getInstance(currency)
                    .getSymbol(texts.locale().getLanguage().equals("de") ? Locale.GERMANY : Locale.US);
        } catch (IllegalArgumentException unknown) {
            return currency;
        }
    }

    private static String text(String text) {
        String written = UNWRITABLE.matcher(text).replaceAll("");
        return written.length() <= LONGEST_CELL ? written : written.substring(0, LONGEST_CELL);
    }
}
