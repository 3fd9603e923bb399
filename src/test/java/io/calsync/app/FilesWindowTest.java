package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.Operator;
import java.nio.file.Files;
import java.nio.file.Path;
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
            Map.of(10, "9000", 40, "x", 70, "-5", 100, "1441", 130, "60.5", 160, "0", 190, "2 h");

    @Override
    int services() {
        return 200;
    }

    @Test
    void aFileOfTwoHundredLinesWithSevenWrong() throws Exception {
        window(Operator.Role.STAFF);
        var written = folder.resolve("shown.csv");
        choose("export-shown", written);
        until(() -> tells(text("#bar-done"), "list.written", 200));

        choose("import-file", edited(written));
        until(() -> shows("#import-changes") && text("#import-changes").equals(texts.say("import.part.changes", 193)));
        until(() -> !table("#import-preview").getItems().isEmpty());
        assertEquals(texts.say("import.part.refused", 7), text("#import-refused"));
        assertEquals(texts.count("import.apply", 193), text("#import-lines"));
        picture("import-preview");
        press("#import-refused");
        until(() -> table("#import-preview").getItems().size() == 7);
        picture("import-refused");
        assertEquals(200, count(SyncStatus.SYNCED), "nothing is written before the person says so");

        press("#import-lines");
        until(() -> shows("#import-outcome"));
        assertTrue(tells(textBelow("#import-outcome"), "import.done", 193, 0, 7),
                textBelow("#import-outcome"));
        until(() -> table("#import-preview").getItems().size() == 7);
        assertTrue(button("#import-lines").isDisabled(), "once is enough");
        picture("import-done");
        var refused = folder.resolve("refused.csv");
        files.choose(refused);
        press("#save-refused");
        until(() -> tells(textBelow("#import-outcome"), "import.refused-saved"));
        press("#cancel");
        until(() -> !shows("#import"));

        Files.writeString(refused,
                Files.readString(refused).replaceAll("([,;])(9000|x|-5|60\\.5|0|2 h|1441)([,;])", "$133$3"));
        choose("import-file", refused);
        until(() -> shows("#import-lines") && text("#import-lines").equals(texts.count("import.apply", 7)));
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
        assertTrue(tells(textBelow("#import-outcome"), "import.no-column"));
        means(0, texts.label(Field.NAME));
        means(1, texts.label(Field.DURATION));
        until(() -> text("#import-lines").equals(texts.count("import.apply", 1)));
        assertEquals(texts.say("import.part.refused", 1), text("#import-refused"));
        picture("import-paste");
        robot.interact(() -> combo("#import-company").getSelectionModel().select(1));
        until(() -> text("#import-lines").equals(texts.count("import.apply", 2)));
        press("#import-lines");
        until(() -> shows("#import-outcome")
                && tells(textBelow("#import-outcome"), "import.done", 1, 1, 0));
        robot.push(KeyCode.ESCAPE);
        until(() -> !shows("#import"));
        assertEquals(44L, workspace.service().catalogue().get(first.id()).values().get(Field.DURATION));

        robot.interact(() -> table().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> shows("#undo-all"));
        assertTrue(textBelow(".dialog-pane").contains("Nagelpflege: " + texts.say("undo.added")),
                textBelow(".dialog-pane"));
        picture("undo-import");
        robot.push(KeyCode.ENTER);
        until(() -> text("#bar-done").equals(texts.count("history.undone-all", 1)));
        assertEquals(first.values(), workspace.service().catalogue().get(first.id()).values());
    }

    @Test
    void aViewerWritesFilesButTakesNoneIn() throws Exception {
        window(Operator.Role.VIEWER);
        var menu = robot.lookup("#files").queryAs(MenuButton.class);
        assertFalse(item(menu, "export-all").isDisable());
        assertTrue(item(menu, "import-file").isDisable() && item(menu, "paste").isDisable());
        var book = folder.resolve("alles.xlsx");
        choose("export-all", book);
        until(() -> text("#bar-done").equals(texts.say("list.written", 200, "alles.xlsx")));
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
        var lines = Files.readAllLines(written);
        String sign = language.equals(Locale.GERMAN) ? ";" : ",";
        int column = List.of(lines.getFirst().split(sign)).indexOf(texts.label(Field.DURATION));
        for (int at = 1; at < lines.size(); at++) {
            var cells = lines.get(at).split(sign + "(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            cells[column] = WRONG.getOrDefault(at, "33");
            lines.set(at, String.join(sign, cells));
        }
        return Files.write(folder.resolve("edited.csv"), lines);
    }
}
