package io.calsync.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Money;
import io.calsync.domain.Patch;
import io.calsync.sync.Operator;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Progress;
import io.calsync.text.Texts;
import io.calsync.text.TimeText;
import io.calsync.ui.Desk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files as their own programs read them: a workbook's cells, a PDF's text.
class ListFileTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:15:00Z");
    private static final Texts GERMAN = new Texts(Locale.GERMAN);

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;
    @SuppressWarnings("NullAway.Init") private Desk desk;
    private final ListFile files = new ListFile(GERMAN, new TimeText(GERMAN, ZoneOffset.UTC), NOW);

    @BeforeEach
    void aSalon() throws ProblemException {
        desk = Desk.of(Operator.Role.MANAGER);
        var service = desk.service("Balayage");
        desk.sync.editing().save(service.id(), service.values(), new Patch(Map.of(Field.NAME, "=1+1 & <Färben> 漢",
                Field.PRICE, Money.parse("1234.50 EUR"), Field.DESCRIPTION, "\u0001" + "a".repeat(29_999))));
    }

    @Test
    void aWorkbookHoldsNumbersAsNumbersAndTextsAsTexts() throws Exception {
        var file = folder.resolve("all.xlsx");
        files.write(list(1), file, Progress.NONE);
        String sheet = entry(file, "xl/worksheets/sheet1.xml");
        assertTrue(sheet.matches("(?s).*<c [^>]*t=\"n\"[^>]*><v>1234\\.50?</v>.*"), sheet);
        assertTrue(sheet.contains("t=\"inlineStr\"><is><t>=1+1 &amp; &lt;F&#xe4;rben&gt; &#x6f22;</t>"), sheet);
        assertFalse(sheet.contains("<f>"), "no formula anywhere");
        assertTrue(entry(file, "xl/styles.xml").contains("#,##0.00 &quot;&#x20ac;&quot;"),
                entry(file, "xl/styles.xml"));
    }

    @Test
    void aListIsPrintedWithTitleDateFiltersAndPageNumbers() throws Exception {
        var file = folder.resolve("list.pdf");
        files.write(list(40), file, Progress.NONE);
        try (var document = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(document);
            int pages = document.getNumberOfPages();
            picture(new PDFRenderer(document), "pdf-list");
            assertTrue(pages > 10, pages + " pages");
            for (String expected : List.of("Leistungen", "24.11.2026", "Status: Fehler", "=1+1 & <Färben> □",
                    "1.234,50 €", "30 Min.", "Seite 1 von " + pages, "Seite " + pages + " von " + pages))
                assertTrue(text.replace('\u00A0', ' ').contains(expected),
                        expected + " in\n" + text.substring(0, 1_500));
        }
    }

    @Test
    void theTrailOfAServiceIsPrinted() throws Exception {
        var file = folder.resolve("trail.pdf");
        var entry = new TrailPaper.Entry("Bearbeitet", "#7 · 24.11.2026, 10:15 · Ann",
                List.of("Dauer: 30 Min. → 45 Min.", "Beschreibung: – → " + "sehr langer Text ".repeat(60)));
        files.write(new TrailPaper("Verlauf von „Färben“", "30 Einträge", Collections.nCopies(30, entry)), file);
        try (var document = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(document);
            assertEquals(30, text.split("#7 ", -1).length - 1);
            assertTrue(text.contains("Verlauf von „Färben“") && text.contains("Seite 2 von "), text);
            picture(new PDFRenderer(document), "pdf-trail");
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidInWordsAndLeavesNothing() throws ProblemException {
        var nowhere = folder.resolve("no/such/folder.csv");
        var problem = assertThrows(ProblemException.class, () -> files.write(list(1), nowhere, Progress.NONE));
        assertEquals("file.no-folder", problem.problem().message().key());
        assertThrows(ProblemException.class, () -> files.write(list(1), folder.resolve("a.doc"), Progress.NONE));
    }

    @Test
    void aCancelledFileIsNotThereAndAnOlderOneStays() throws Exception {
        for (String name : List.of("a.csv", "a.xlsx", "a.pdf")) {
            var file = Files.writeString(folder.resolve(name), "older");
            assertFalse(files.write(list(2), file, new Progress() {
                private boolean begun;

                @Override
                public void at(int done, int total, String service) {
                    begun = true;
                }

                @Override
                public boolean cancelled() {
                    return begun;
                }
            }));
            assertEquals("older", Files.readString(file));
        }
        try (var left = Files.list(folder)) {
            assertEquals(3, left.count());
        }
    }

    private ServiceList list(int times) throws ProblemException {
        var services = Collections.nCopies(times, desk.sync.catalogue().all()).stream().flatMap(List::stream).toList();
        return new ServiceList("Leistungen", services.size() + " Leistungen  ·  Status: Fehler", ListColumn.all(),
                services);
    }

    private static String entry(Path zip, String name) throws IOException {
        try (var file = new ZipFile(zip.toFile()); var in = file.getInputStream(file.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void picture(PDFRenderer pages, String name) throws IOException {
        var folder = Files.createDirectories(Path.of(System.getProperty("pictures", "target/screenshots")));
        ImageIO.write(pages.renderImageWithDPI(0, 96), "png", folder.resolve(name + ".png").toFile());
    }
}
