package io.calsync.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.calsync.sync.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files as the spreadsheets of this world write them.
class CsvReadingTest {
    @ParameterizedTest
    @CsvSource({
            "UTF-8, ';', ''", "UTF-8, ',', EFBBBF", "UTF-8, '\t', EFBBBF", "windows-1252, ';', ''",
            "windows-1252, ',', ''", "UTF-16LE, '\t', FFFE", "UTF-16BE, ';', FEFF"})
    void encodingAndSeparatorAreFoundByThemselves(String charset, char separator, String mark) throws Exception {
        String text = "\r\nID|Name|Preis (€)\r\n1|Färben|45\r\n\r\n2|\"Größe|\"\"M\"\"\nzweite Zeile\"|\r\n"
                .replace('|', separator);
        var table = CsvReading.of(bytes(mark, text, Charset.forName(charset)));
        assertEquals(separator, table.separator());
        assertEquals(Charset.forName(charset), table.charset());
        assertEquals(List.of("ID", "Name", "Preis (€)"), table.header());
        assertEquals(List.of("1", "Färben", "45"), table.lines().getFirst().cells());
        assertEquals("Größe" + separator + "\"M\"\nzweite Zeile", table.lines().getLast().cells().get(1));
        assertEquals(List.of(3L, 5L), table.lines().stream().map(CsvTable.Line::number).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, value = {
            "17\" screen;a,b,c|,", "17\" screen;x\";a,b|;", "\"a;b\"|,", "\"a;\"\"b\";c|;"})
    void theSeparatorIsSoughtOutsideQuotedCellsOfTheFirstLine(String header, char separator) throws ProblemException {
        assertEquals(separator, CsvReading.ofText(header + "\r\n1").separator());
    }

    @Test
    void linesMayBeShorterOrLongerThanTheHeader() throws ProblemException {
        var table = CsvReading.ofText("a;b;c\n1\n1;2;3;4\n");
        assertEquals(List.of(1, 4), table.lines().stream().map(line -> line.cells().size()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49", "-5", "@x", "\tx", "\rx", "'=1", "''-", "'quoted'", "", "plain", "'"})
    void aTextComesBackFromDefusingAsItWas(String text) {
        String cell = Defusing.defused(text);
        assertEquals(text, Defusing.undone(cell));
        assertEquals(-1, "=+-@\t\r".indexOf(cell.isEmpty() ? ' ' : cell.charAt(0)), cell);
    }

    @ParameterizedTest
    @CsvSource({"'a;\"b', file.broken", "'', file.empty", "' ; ', file.empty", "'a\0b', file.no-text",
            "'PK\u0003\u0004', file.workbook"})
    void whatIsNoTableIsSaidInWords(String text, String key) {
        var problem = assertThrows(ProblemException.class,
                () -> CsvReading.of(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(key, problem.problem().message().key());
    }

    private static byte[] bytes(String mark, String text, Charset charset) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < mark.length(); i += 2) bytes.write(Integer.parseInt(mark.substring(i, i + 2), 16));
        bytes.writeBytes(text.getBytes(charset));
        return bytes.toByteArray();
    }
}
