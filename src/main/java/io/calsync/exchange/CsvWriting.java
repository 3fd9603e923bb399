package io.calsync.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import io.calsync.sync.Progress;
import io.calsync.sync.ServiceView;
import io.calsync.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes comma separated values as Excel opens them: UTF-8 with its mark, and the separator that Excel expects in the
/// person's language.
final class CsvWriting {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final OutputStream out;
    private final CsvWriter writer;

    CsvWriting(OutputStream out, char separator) {
        this.out = out;
        this.writer = CsvWriter.builder().fieldSeparator(separator).lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(new SeparatorsQuoted())
                .build(out, StandardCharsets.UTF_8);
    }

    /// A comma is the decimal sign in German, so it cannot separate cells there.
    static char separator(Locale locale) {
        return locale.getLanguage().equals("de") ? ';' : ',';
    }

    void list(ServiceList list, Texts texts, CellText cells, Progress progress) throws IOException {
        out.write(MARK);
        writer.writeRecord(list.columns().stream().map(column -> column.title(texts)).toList());
        int done = 0;
        for (ServiceView service : list.services()) {
            if (progress.cancelled()) return;
            var line = new ArrayList<String>();
            for (ListColumn column : list.columns()) line.add(cell(column.value(service), cells));
            writer.writeRecord(line);
            progress.at(++done, list.services().size(), service.name());
        }
        writer.flush();
    }

    /// Lines as they were read.
    void lines(List<List<String>> lines) throws IOException {
        out.write(MARK);
        for (List<String> line : lines) writer.writeRecord(line.stream().map(CsvWriting::again).toList());
        writer.flush();
    }

    private static String cell(@Nullable Object value, CellText cells) {
        return value instanceof String text ? Defusing.defused(text) : cells.write(value);
    }

    /// A negative number is no formula, and has to stay a number where a person mends it.
    private static String again(String cell) {
        return cell.matches("-\\d+([.,]\\d+)?") ? cell : Defusing.defused(cell);
    }

    /// Quotes what could be taken for a separator of another kind, so that the right one is found again.
    private static final class SeparatorsQuoted implements QuoteStrategy {
        @Override
        public boolean quoteValue(int line, int column, String cell) {
            return cell.indexOf(',') >= 0 || cell.indexOf(';') >= 0 || cell.indexOf('\t') >= 0;
        }
    }
}
