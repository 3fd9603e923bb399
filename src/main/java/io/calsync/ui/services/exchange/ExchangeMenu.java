package io.calsync.ui.services.exchange;

import io.calsync.exchange.CsvReading;
import io.calsync.exchange.CsvTable;
import io.calsync.exchange.FileFormat;
import io.calsync.exchange.ListColumn;
import io.calsync.exchange.ListFile;
import io.calsync.exchange.ServiceList;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Background;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Waiting;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;

/// What can be done with files, under one button.
public final class ExchangeMenu {
    private static final List<String> ENDINGS =
            Arrays.stream(FileFormat.values()).map(FileFormat::ending).toList();

    private final UiContext ui;
    private final MenuButton button;

    /// @param shown what the table shows, when asked
    public ExchangeMenu(UiContext ui, MenuButton button, Supplier<ServiceList> shown) {
        this.ui = ui;
        this.button = button;
        var words = ui.words();
        Action.FILES.dress(button, words);
        button.getItems().setAll(Action.EXPORT_SHOWN.menuItem(words, () -> export(Action.EXPORT_SHOWN, shown.get())),
                Action.EXPORT_ALL.menuItem(words, () -> export(Action.EXPORT_ALL, everything())),
                new SeparatorMenuItem(), Action.UNLINKED.menuItem(words, ui.navigation()::unlinked),
                Action.IMPORT_FILE.menuItem(words, this::importFile),
                Action.PASTE.menuItem(words, this::paste));
        if (ui.refusal(ui.operator().role().mayEdit()) instanceof String refusal) forbid(refusal);
    }

    private void forbid(String refusal) {
        var items = button.getItems();
        items.subList(items.size() - 2, items.size()).forEach(item -> item.setDisable(true));
        var why = new MenuItem(refusal);
        why.setDisable(true);
        why.getStyleClass().add("hint");
        items.add(why);
    }

    private ServiceList everything() {
        var all = List.copyOf(ui.services().all());
        return new ServiceList(ui.words().say("list.sheet"), ui.words().texts().count("list.count", all.size()),
                ListColumn.all(), all);
    }

    private void export(Action action, ServiceList list) {
        String day = LocalDate.ofInstant(ui.clock().instant(), ZoneId.systemDefault()).toString();
        String name = ui.words().say("list.file", day) + FileFormat.CSV.ending();
        ui.files().save(button.getScene().getWindow(), ui.words().say(action.key()), name, ENDINGS)
                .ifPresent(file -> write(list, file));
    }

    private void write(ServiceList list, Path file) {
        var words = ui.words();
        var writer = new ListFile(words.texts(), words.times(), ui.clock().instant());
        new Waiting(ui, button).during(words.say("list.writing", file.getFileName()),
                steps -> writer.write(list, file, steps),
                complete -> ui.notices().done(complete
                        ? words.say("list.written", list.services().size(), file.getFileName())
                        : words.say("list.cancelled", file.getFileName())));
    }

    private void importFile() {
        ui.files().open(button.getScene().getWindow(), ui.words().say(Action.IMPORT_FILE.key()),
                List.of(FileFormat.CSV.ending(), ".txt")).ifPresent(file -> {
                    String name = String.valueOf(file.getFileName());
                    importing(name, () -> CsvReading.read(file));
                });
    }

    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        importing(ui.words().say("import.clipboard"), () -> CsvReading.ofText(text == null ? "" : text));
    }

    private void importing(String name, Background.Work<CsvTable> reading) {
        ui.background().call(reading).result(table -> new ImportDialog(ui, name, table).show(button)).start();
    }
}
