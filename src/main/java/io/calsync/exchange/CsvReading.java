package io.calsync.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.calsync.domain.Message;
import io.calsync.sync.FileProblem;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads comma separated values whatever wrote them: encoding and separator are found by themselves, and what kept a
/// spreadsheet from calculating is taken away again.
public final class CsvReading {
    /// A larger file is none that a person made of services.
    private static final long MOST_BYTES = 200L << 20;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private CsvReading() {}

    /// @throws ProblemException where the file cannot be read or is no table
    public static CsvTable read(Path file) throws ProblemException {
        try {
            if (Files.size(file) > MOST_BYTES) throw problem("file.too-large", file, MOST_BYTES >> 20);
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ProblemException(FileProblem.unreadable(file, e), e);
        }
    }

    /// Pure: the same bytes give the same table, or the same problem.
    public static CsvTable of(byte[] bytes) throws ProblemException {
        if (startsWith(bytes, 'P', 'K', 3, 4)) throw problem("file.workbook");
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) return table(decoded(bytes, 3, StandardCharsets.UTF_8));
        if (startsWith(bytes, 0xFF, 0xFE)) return table(decoded(bytes, 2, StandardCharsets.UTF_16LE));
        if (startsWith(bytes, 0xFE, 0xFF)) return table(decoded(bytes, 2, StandardCharsets.UTF_16BE));
        try {
            return table(new Decoded(strict(bytes), StandardCharsets.UTF_8));
        } catch (CharacterCodingException otherwise) {
            return table(decoded(bytes, 0, WINDOWS));
        }
    }

    /// Cells as a spreadsheet puts them on the clipboard.
    public static CsvTable ofText(String text) throws ProblemException {
        return table(new Decoded(text, StandardCharsets.UTF_16));
    }

    private record Decoded(String text, Charset charset) {}

    private static Decoded decoded(byte[] bytes, int from, Charset charset) {
        return new Decoded(new String(bytes, from, bytes.length - from, charset), charset);
    }

    private static String strict(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static boolean startsWith(byte[] bytes, int... signature) {
        if (bytes.length < signature.length) return false;
        for (int i = 0; i < signature.length; i++) if ((bytes[i] & 0xFF) != signature[i]) return false;
        return true;
    }

    private static CsvTable table(Decoded decoded) throws ProblemException {
        if (decoded.text.indexOf('\0') >= 0) throw problem("file.no-text");
        char separator = separator(decoded.text);
        var table = table(decoded, separator);
        // What leaves the first line whole separates nothing.
        return table.header().size() > 1 || separator == ',' ? table : table(decoded, ',');
    }

    private static CsvTable table(Decoded decoded, char separator) throws ProblemException {
        var header = new ArrayList<String>();
        var lines = new ArrayList<CsvTable.Line>();
        try (var reader = CsvReader.builder().fieldSeparator(separator).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).allowUnclosedQuote(false)
                .ofCsvRecord(decoded.text)) {
            for (CsvRecord line : reader) {
                var cells = line.getFields().stream().map(Defusing::undone).toList();
                if (header.isEmpty()) header.addAll(cells);
                else if (!blank(cells)) lines.add(new CsvTable.Line(line.getStartingLineNumber(), cells));
            }
        } catch (CsvParseException e) {
            throw new ProblemException(
                    new Problem.NotPossible(Message.of("file.broken")), e);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot be read", e);
        }
        if (blank(header)) throw problem("file.empty");
        return new CsvTable(decoded.charset, separator, List.copyOf(header), List.copyOf(lines));
    }

    private static boolean blank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    /// The one that stands most often in the first line outside quotes.
    private static char separator(String text) {
        String line = unquoted(text);
        long semicolons = count(line, ';');
        long commas = count(line, ',');
        long tabs = count(line, '\t');
        if (tabs > 0 && tabs >= semicolons && tabs >= commas) return '\t';
        return semicolons > 0 && semicolons >= commas ? ';' : ',';
    }

    private static long count(String line, char sign) {
        return line.chars().filter(one -> one == sign).count();
    }

    /// The first line without its quoted cells. As everywhere, a quotation mark within a cell begins none.
    private static String unquoted(String text) {
        var line = new StringBuilder();
        boolean begins = true;
        for (int i = start(text); i < text.length() && !isLineEnd(text.charAt(i)); i++) {
            char sign = text.charAt(i);
            if (sign == '"' && begins) i = closing(text, i + 1);
            else line.append(sign);
            begins = ",;\t".indexOf(sign) >= 0;
        }
        return line.toString();
    }

    /// Where the first line begins that is not empty.
    private static int start(String text) {
        int start = 0;
        while (start < text.length() && isLineEnd(text.charAt(start))) start++;
        return start;
    }

    private static boolean isLineEnd(char sign) {
        return sign == '\n' || sign == '\r';
    }

    /// Where the quotation mark stands that ends the cell; two in a row are one of its text.
    private static int closing(String text, int from) {
        int end = text.indexOf('"', from);
        while (end >= 0 && text.startsWith("\"\"", end)) end = text.indexOf('"', end + 2);
        return end < 0 ? text.length() : end;
    }

    private static ProblemException problem(String key, Object... args) {
        return new ProblemException(new Problem.NotPossible(Message.of(key, args)));
    }
}
