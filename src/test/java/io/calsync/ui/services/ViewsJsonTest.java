package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.sync.ProblemException;
import io.calsync.ui.kit.Facet;
import io.calsync.ui.kit.Filter;
import io.calsync.ui.kit.Filter.Range;
import io.calsync.ui.kit.Measure;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewsJsonTest {
    private static final Filter FILTER = Filter.of(Facet.STATUS, "ERROR").with(Facet.CATEGORY, Set.of("", "Färben"))
            .with(Measure.PRICE, new Range(new BigDecimal("20.5"), null)).withOnly(Set.of(7L));
    private static final Layout LAYOUT = new Layout(
            List.of(new Layout.Shown(Column.PRICE, 90), new Layout.Shown(Column.NAME, Layout.OWN)),
            List.of(new Layout.Sorted(Column.CATEGORY, true), new Layout.Sorted(Column.NAME, false)),
            Grouping.CATEGORY, Set.of("", "Färben"));
    private static final KeptViews VIEWS =
            new KeptViews(List.of(new SavedView("Mein Färben", "bal", FILTER, LAYOUT)), "errors", LAYOUT);

    @Test
    void whatIsWrittenIsReadAgain() throws ProblemException {
        assertEquals(VIEWS, ViewsJson.read("f", ViewsJson.write(VIEWS)));
    }

    @Test
    void aFileOfTheFirstVersionHasAllGroupsOpen() throws ProblemException {
        String json = ViewsJson.write(KeptViews.NONE);
        String first = json.replace("\"version\" : 2", "\"version\" : 1").replaceFirst(",\\s*\"closed\" : \\[ *]", "");
        assertFalse(first.contains("closed"), first);
        assertEquals(KeptViews.NONE, ViewsJson.read("f", first));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "calsync-views"   | "calendar"     | views.foreign |
            "version" : 2     | "version" : 3  | views.newer   |
            "STATUS"          | "STATE"        | views.broken  | views[0].filter.values
            [ "ERROR" ]       | [ "WRONG" ]    | views.broken  | views[0]
            "PRICE",          | "PRIZE",       | views.broken  | views[0].layout.columns[0].column
            "width" : 90      | "width" : -1   | views.broken  | views[0].layout.columns[0]
            "width" : 90      | "breadth" : 90 | views.broken  | views[0].layout.columns[0].width
            "NAME",           | "PRICE",       | views.broken  | views[0].layout
            "Mein Färben"     | " "            | views.broken  | views[0]
            "chosen"          | "choice"       | views.broken  | chosen
            """)
    void whatIsNoneOfItIsNamedByItsPlace(String text, String instead, String key, String place) {
        String json = ViewsJson.write(VIEWS).replace(text, instead);
        var problem = assertThrows(ProblemException.class, () -> ViewsJson.read("f.json", json)).problem();
        assertEquals(key, problem.message().key());
        assertEquals(place == null ? List.of("f.json") : List.of("f.json", place), problem.message().args());
    }

    @Test
    void everyPartOfAFileIsNone() {
        String json = ViewsJson.write(VIEWS);
        for (int end = 0; end < json.length() - 1; end += 7) {
            String part = json.substring(0, end);
            assertThrows(ProblemException.class, () -> ViewsJson.read("f.json", part));
        }
    }

    @Test
    void anUnreadableOneOfTheWorkspaceIsPutAside(@TempDir Path folder) throws Exception {
        var file = ViewsFile.of(folder);
        assertEquals(KeptViews.NONE, file.load());
        file.save(VIEWS);
        assertEquals(VIEWS, file.load());
        Files.writeString(folder.resolve("views.json"), "{");
        assertThrows(ProblemException.class, file::load);
        file.setAside();
        file.save(KeptViews.NONE);
        assertEquals("{", Files.readString(folder.resolve("views-unreadable.json")));
        assertTrue(Files.exists(folder.resolve("views.json")));
    }
}
