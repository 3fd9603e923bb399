package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.Operator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Two hundred services by way of a spreadsheet, seven lines of it wrong, as office staff do it in the window.
class FilesWindowTest extends SandboxWindow {
    private static final Map<Integer, String> WRONG =
            Map.of(10, "9000", 40, "soon", 70, "-5", 100, "1441", 130, "60.5", 160, "0", 190, "2 h");

    @Override
    int services() {
        return 200;
    }

    @Test
    void aFileOfTwoHundredLinesWithSevenWrong() throws Exception {
        window(Operator.Role.STAFF, Locale.ENGLISH);
        var written = folder.resolve("shown.csv");
        choose("export-shown", written);
        until(() -> text("#bar-done").contains("200 services written to"));

        choose("import-file", edited(written));
        until(() -> shows("#import-changes") && text("#import-changes").endsWith("193"));
        until(() -> !table("#import-preview").getItems().isEmpty());
        assertEquals("Refused  7", text("#import-refused"));
        assertEquals("Import 193 lines", text("#import-lines"));
        picture("import-preview");
        press("#import-refused");
        until(() -> table("#import-preview").getItems().size() == 7);
        picture("import-refused");
        assertEquals(200, count(SyncStatus.SYNCED), "nothing is written before the person says so");

        press("#import-lines");
        until(() -> shows("#import-outcome"));
        assertTrue(textBelow("#import-outcome").startsWith("Imported: 193 services changed"),
                textBelow("#import-outcome"));
        until(() -> table("#import-preview").getItems().size() == 7);
        assertTrue(button("#import-lines").isDisabled(), "once is enough");
        picture("import-done");
        var refused = folder.resolve("refused.csv");
        files.choose(refused);
        press("#save-refused");
        until(() -> textBelow("#import-outcome").startsWith("The refused lines are in"));
        press("#cancel");
        until(() -> !shows("#import"));

        Files.writeString(refused, Files.readString(refused).replaceAll(",(9000|soon|-5|60\\.5|0|2 h|1441),", ",33,"));
        choose("import-file", refused);
        until(() -> shows("#import-lines") && text("#import-lines").equals("Import 7 lines"));
        press("#import-lines");
        until(() -> shows("#import-outcome"));
        press("#cancel");
        assertTrue(views().stream().allMatch(view -> view.values().get(Field.DURATION).equals(33L)));
    }

    @Test
    void cellsOfASpreadsheetArePastedAndTheirColumnsCorrected() throws Exception {
        manager();
        var first = views().getFirst();
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT,
                "Titel\tMinuten\n" + first.name() + "\t44\nNagelpflege\t20\n")));
        robot.interact(() -> table().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.V);
        until(() -> shows("#import-outcome"));
        assertTrue(textBelow("#import-outcome").startsWith("No column was recognised"));
        means(0, "Name");
        means(1, "Duration");
        until(() -> text("#import-lines").equals("Import one line"));
        assertEquals("Refused  1", text("#import-refused"));
        picture("import-paste");
        robot.interact(() -> combo("#import-company").getSelectionModel().select(1));
        until(() -> text("#import-lines").equals("Import 2 lines"));
        press("#import-lines");
        until(() -> shows("#import-outcome")
                && textBelow("#import-outcome").startsWith("Imported: one service changed, one added"));
        robot.push(KeyCode.ESCAPE);
        until(() -> !shows("#import"));
        assertEquals(44L, workspace.service().catalogue().get(first.id()).values().get(Field.DURATION));

        robot.interact(() -> table().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> shows("#undo-all"));
        assertTrue(textBelow(".dialog-pane").contains("Nagelpflege: Adding a service is not taken back."),
                textBelow(".dialog-pane"));
        picture("undo-import");
        robot.push(KeyCode.ENTER);
        until(() -> text("#bar-done").equals("Taken back for one service."));
        assertEquals(first.values(), workspace.service().catalogue().get(first.id()).values());
    }

    @Test
    void aViewerWritesFilesButTakesNoneIn() throws Exception {
        window(Operator.Role.VIEWER, Locale.GERMAN);
        var menu = robot.lookup("#files").queryAs(MenuButton.class);
        assertFalse(item(menu, "export-all").isDisable());
        assertTrue(item(menu, "import-file").isDisable() && item(menu, "paste").isDisable());
        var book = folder.resolve("alles.xlsx");
        choose("export-all", book);
        until(() -> text("#bar-done").startsWith("200 Leistungen in"));
        assertTrue(Files.size(book) > 10_000);
        picture("files-toolbar");
        robot.interact(menu::show);
        picture("files-menu");
        robot.interact(menu::hide);
    }

    private void choose(String item, Path file) {
        files.choose(file);
        var menu = robot.lookup("#files").queryAs(MenuButton.class);
        robot.interact(() -> item(menu, item).fire());
    }

    private static MenuItem item(MenuButton menu, String id) {
        return menu.getItems().stream().filter(one -> (id + "-item").equals(one.getId())).findFirst().orElseThrow();
    }

    private void means(int column, String meaning) {
        var box = combo("#meaning-" + column);
        robot.interact(() -> box.getItems().stream().filter(one -> one.toString().equals(meaning)).findFirst()
                .ifPresent(one -> box.getSelectionModel().select(box.getItems().indexOf(one))));
    }

    private ComboBox<?> combo(String query) {
        return robot.lookup(query).queryComboBox();
    }

    private TableView<?> table(String query) {
        return robot.lookup(query).queryTableView();
    }

    /// The duration in each line becomes 33, or what a person got wrong there.
    private Path edited(Path written) throws Exception {
        var lines = new ArrayList<String>();
        for (String line : Files.readAllLines(written)) {
            var cells = new ArrayList<>(List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)));
            int column = List.of(Files.readAllLines(written).getFirst().split(",")).indexOf("Duration");
            if (!lines.isEmpty()) cells.set(column, WRONG.getOrDefault(lines.size(), "33"));
            lines.add(String.join(",", cells));
        }
        return Files.write(folder.resolve("edited.csv"), lines);
    }
}
