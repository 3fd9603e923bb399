package io.calsync.ui.services.exchange;

import io.calsync.domain.Company;
import io.calsync.exchange.CsvTable;
import io.calsync.exchange.FileFormat;
import io.calsync.exchange.ImportPlan;
import io.calsync.exchange.ImportPlan.Refusal;
import io.calsync.exchange.ImportPlan.Unchanged;
import io.calsync.exchange.Importer;
import io.calsync.exchange.Key;
import io.calsync.exchange.Matching;
import io.calsync.sync.Problem;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Banner;
import io.calsync.ui.kit.Dialogs;
import io.calsync.ui.kit.ProgressRow;
import io.calsync.ui.kit.Steps;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogEvent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A file or the clipboard becomes edits: what its columns mean, what every line would do, and only then the deed.
final class ImportDialog {
    private final UiContext ui;
    private final Words words;
    private final String name;
    private final CsvTable table;
    private final Importer importer;
    private final ComboBox<Item<Key>> key = new ComboBox<>();
    private final ComboBox<Item<Long>> company = new ComboBox<>();
    private final Map<Preview.Part, ToggleButton> parts = new EnumMap<>(Preview.Part.class);
    private final Preview preview;
    private final ProgressRow progress;
    private final VBox outcome = new VBox();
    private final TitledPane columns;
    private Matching matching;
    private @Nullable ImportPlan plan;
    private List<Refusal> refused = List.of();
    private @Nullable Steps running;
    private @Nullable Dialog<ButtonType> dialog;
    private boolean writing;
    private boolean done;
    private int written;

    /// What a box offers, with its words.
    private record Item<T>(T value, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /// @param name of the file, kept in the audit trail
    ImportDialog(UiContext ui, String name, CsvTable table) {
        this.ui = ui;
        this.words = ui.words();
        this.name = name;
        this.table = table;
        this.importer = new Importer(ui.sync(), words.texts(), words.times());
        this.matching = Matching.proposed(table.header());
        this.preview = new Preview(words);
        this.progress = new ProgressRow(words);
        this.columns = columns();
    }

    void show(Node near) {
        var body = new VBox(about(), columns, choices(), chips(), preview, new StackPane(progress, outcome));
        body.setId("import");
        body.getStyleClass().addAll("dialog-text", "import");
        body.getStylesheets().add(Objects.requireNonNull(getClass().getResource("/io/calsync/ui/services/services.css"))
                .toExternalForm());
        VBox.setVgrow(preview, Priority.ALWAYS);
        var opened = ui.dialogs().form(near, words.say("import.title"), body, Action.CANCEL);
        dialog = opened;
        ui.dialogs().stay(opened, Action.IMPORT_LINES, this::carryOut);
        var save = ui.dialogs().stay(opened, Action.SAVE_REFUSED, this::saveRefused);
        ButtonBar.setButtonData(save, ButtonBar.ButtonData.LEFT);
        opened.setResizable(true);
        opened.setOnCloseRequest(this::closing);
        keys();
        opened.show();
        makePlan();
    }

    /// While lines are written, closing ends that first, so that the person sees how far it came.
    private void closing(DialogEvent request) {
        if (running == null) return;
        running.cancel();
        if (writing) request.consume();
    }

    private Label about() {
        String separator = switch (table.separator()) {
            case ';' -> "import.semicolon";
            case ',' -> "import.comma";
            default -> "import.tab";
        };
        String encoding = table.charset().equals(StandardCharsets.UTF_16) ? "" : table.charset() + ", ";
        return new Label(words.say("import.about", name, encoding, words.say(separator), table.lines().size()));
    }

    private TitledPane columns() {
        var scroll = new ScrollPane();
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(124);
        var pane = new TitledPane(read(), scroll);
        scroll.setContent(new MatchingGrid(table, matching, words, changed -> {
            matching = changed;
            pane.setText(read());
            keys();
            makePlan();
        }));
        pane.setId("import-columns");
        pane.setExpanded(Key.in(matching).isEmpty());
        pane.setAnimated(false);
        pane.heightProperty().subscribe(this::fit);
        return pane;
    }

    private String read() {
        long read = matching.columns().stream().filter(Optional::isPresent).count();
        return words.say("import.columns", read, matching.columns().size());
    }

    private Node choices() {
        key.setId("import-key");
        key.setOnAction(_ -> makePlan());
        company.setId("import-company");
        company.getItems().add(new Item<>(0L, words.say("import.no-new")));
        for (Company one : ui.services().companies()) company.getItems().add(new Item<>(one.id(), one.name()));
        company.getSelectionModel().selectFirst();
        company.setOnAction(_ -> makePlan());
        var row = new HBox(labelled("import.key", key), labelled("import.company", company));
        row.getStyleClass().add("import-choices");
        return row;
    }

    private Node labelled(String text, ComboBox<?> box) {
        var label = new Label(words.say(text));
        label.setLabelFor(box);
        var row = new HBox(label, box);
        row.getStyleClass().add("toolbar");
        return row;
    }

    private Node chips() {
        var group = new ToggleGroup();
        var row = new HBox();
        row.getStyleClass().add("chips");
        for (Preview.Part part : Preview.Part.values()) {
            var chip = new ToggleButton();
            chip.setId("import-" + part.name().toLowerCase(Locale.ROOT));
            chip.getStyleClass().add("chip");
            chip.setToggleGroup(group);
            chip.setOnAction(_ -> showPart(part));
            parts.put(part, chip);
            row.getChildren().add(chip);
        }
        return row;
    }

    /// The ways there are to find a service change with the meaning of the columns.
    private void keys() {
        var before = key.getValue();
        var items = Key.in(matching).stream().map(one -> new Item<>(one, one.column().title(words.texts()))).toList();
        key.getItems().setAll(items);
        if (items.contains(before)) key.setValue(before);
        else key.getSelectionModel().selectFirst();
    }

    private void makePlan() {
        if (key.getValue() == null) {
            plan = null;
            tell(Banner.Tone.WARNING, words.say("import.no-column"));
            show(List.of());
            return;
        }
        var choices = new ImportPlan.Choices(matching, key.getValue().value(), company.getValue().value());
        if (running != null) running.cancel();
        var steps = begin("import.comparing");
        ui.background().call(() -> importer.plan(table, choices, steps))
                .result(made -> {
                    if (running != steps) return;
                    plan = made;
                    show(Importer.Outcome.of(made).refused());
                })
                .problem(this::failed)
                .always(() -> end(steps))
                .start();
    }

    private void carryOut() {
        var agreed = Objects.requireNonNull(plan);
        writing = true;
        var steps = begin("import.writing");
        ui.background().call(() -> importer.apply(agreed, name, steps))
                .result(came -> {
                    done = true;
                    written = came.changed() + came.added();
                    String key = came.cancelled() ? "import.ended" : "import.done";
                    tell(came.refused().isEmpty() ? Banner.Tone.INFO : Banner.Tone.WARNING,
                            words.say(key, came.changed(), came.added(), came.refused().size()));
                    show(came.refused());
                })
                .problem(this::failed)
                .always(() -> end(steps))
                .start();
    }

    private void saveRefused() {
        String file = words.say("import.refused-file") + FileFormat.CSV.ending();
        var window = preview.getScene().getWindow();
        ui.files().save(window, words.say(Action.SAVE_REFUSED.key()), file, List.of(FileFormat.CSV.ending()))
                .ifPresent(this::saveRefused);
    }

    private void saveRefused(Path file) {
        ui.background().run(() -> importer.writeRefused(table, refused, file))
                .result(_ -> tell(Banner.Tone.INFO, words.say("import.refused-saved", file)))
                .problem(this::failed)
                .start();
    }

    private Steps begin(String text) {
        outcome.getChildren().clear();
        var steps = new Steps(ui.background(), progress::show);
        running = steps;
        progress.begin(words.say(text));
        progress.setVisible(true);
        buttons();
        return steps;
    }

    private void end(Steps steps) {
        if (running != steps) return;
        running = null;
        writing = false;
        progress.setVisible(false);
        buttons();
    }

    private void failed(Problem problem) {
        tell(Banner.Tone.DANGER, words.say(problem.message()));
    }

    private void tell(Banner.Tone tone, String sentence) {
        outcome.getChildren().setAll(new Banner("import-outcome", tone).say(sentence));
        fit();
    }

    private void show(List<Refusal> notTaken) {
        refused = notTaken;
        boolean wrong = !notTaken.isEmpty() && (done || changes() == 0);
        parts.forEach((part, chip) -> chip.setText(words.say(key(part), count(part))));
        var first = wrong ? Preview.Part.REFUSED : Preview.Part.CHANGES;
        showPart(first);
        buttons();
    }

    private void showPart(Preview.Part part) {
        Objects.requireNonNull(parts.get(part)).setSelected(true);
        var current = plan;
        var notTaken = refused;
        ui.background()
                .call(() -> current == null ? List.<Preview.Entry>of() : preview.entries(current, notTaken, part))
                .result(entries -> preview.show(entries, part))
                .start();
    }

    private int count(Preview.Part part) {
        if (plan == null) return 0;
        return switch (part) {
            case CHANGES -> done ? written : changes();
            case REFUSED -> refused.size();
            case UNCHANGED -> plan.count(Unchanged.class);
        };
    }

    private int changes() {
        return plan == null ? 0 : plan.writing();
    }

    /// What may be pressed now, and what it would do.
    private void buttons() {
        if (dialog == null) return;
        boolean busy = running != null;
        key.setDisable(busy || done);
        company.setDisable(busy || done);
        columns.setDisable(busy || done);
        var apply = (Button) dialog.getDialogPane().lookup("#" + Action.IMPORT_LINES.id());
        apply.setText(words.texts().count("import.apply", changes()));
        String reason = done ? words.say("import.is-done") : changes() == 0 ? words.say("import.nothing") : null;
        Action.IMPORT_LINES.available(apply, words, busy ? words.say("import.comparing") : reason);
        var save = (Button) dialog.getDialogPane().lookup("#" + Action.SAVE_REFUSED.id());
        Action.SAVE_REFUSED.available(save, words, refused.isEmpty() ? words.say("import.none-refused") : null);
        if (done)
            ((Button) dialog.getDialogPane().lookup("#" + Action.CANCEL.id())).setText(
                    words.say(Action.CLOSE.key()));
    }

    private void fit() {
        if (dialog != null) Dialogs.fit(dialog);
    }

    private String key(Preview.Part part) {
        boolean past = done && part == Preview.Part.CHANGES;
        return past ? "import.changed" : "import.part." + part.name().toLowerCase(Locale.ROOT);
    }
}
