package io.calsync.ui.services.exchange;

import io.calsync.exchange.CsvTable;
import io.calsync.exchange.FileFormat;
import io.calsync.exchange.ImportPlan;
import io.calsync.exchange.ImportPlan.Refusal;
import io.calsync.exchange.ImportPlan.Unchanged;
import io.calsync.exchange.Importer;
import io.calsync.sync.Problem;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Banner;
import io.calsync.ui.kit.Dialogs;
import io.calsync.ui.kit.ProgressRow;
import io.calsync.ui.kit.Sentence;
import io.calsync.ui.kit.Steps;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogEvent;
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
    private final ImportChoices choices;
    private final PartChips chips = new PartChips(this::showPart);
    private final Preview preview;
    private final ProgressRow progress;
    private final VBox outcome = new VBox();
    private @Nullable ImportPlan plan;
    private List<Refusal> refused = List.of();
    private @Nullable Steps running;
    private @Nullable Dialog<ButtonType> dialog;
    private boolean writing;
    private boolean done;
    private int written;

    /// @param name of the file, kept in the audit trail
    ImportDialog(UiContext ui, String name, CsvTable table) {
        this.ui = ui;
        this.words = ui.words();
        this.name = name;
        this.table = table;
        this.importer = new Importer(ui.sync(), words.texts(), words.times());
        this.preview = new Preview(ui);
        this.progress = new ProgressRow(words, ui.clock());
        this.choices = new ImportChoices(ui, table, this::makePlan, this::fit);
    }

    void show(Node near) {
        var body = new VBox(about(), choices, chips, preview, new StackPane(progress, outcome));
        body.setId("import");
        body.getStyleClass().addAll("dialog-text", "import");
        body.getStylesheets().add(Objects.requireNonNull(getClass().getResource("/io/calsync/ui/services/services.css"))
                .toExternalForm());
        VBox.setVgrow(preview, Priority.ALWAYS);
        var opened = ui.dialogs().form(near, words.say("import.title"), body, Action.CANCEL);
        dialog = opened;
        ui.dialogs().stay(opened, Action.IMPORT_LINES, ButtonData.OK_DONE, this::carryOut);
        ui.dialogs().stay(opened, Action.SAVE_REFUSED, ButtonData.LEFT, this::saveRefused);
        opened.setResizable(true);
        opened.setOnCloseRequest(this::closing);
        opened.show();
        makePlan();
    }

    /// While lines are written, closing ends that first, so that the person sees how far it came.
    private void closing(DialogEvent request) {
        if (running == null) return;
        running.cancel();
        if (writing) request.consume();
    }

    private Sentence about() {
        String separator = switch (table.separator()) {
            case ';' -> "import.semicolon";
            case ',' -> "import.comma";
            default -> "import.tab";
        };
        String encoding = table.charset().equals(StandardCharsets.UTF_16) ? "" : table.charset() + ", ";
        return new Sentence(words.say("import.about", name, encoding, words.say(separator), table.lines().size()));
    }

    private void makePlan() {
        var chosen = choices.chosen();
        if (chosen.isEmpty()) {
            plan = null;
            tell(Banner.Tone.WARNING, words.say("import.no-column"));
            show(List.of());
            return;
        }
        if (running != null) running.cancel();
        var steps = begin("import.comparing");
        ui.background().call(() -> importer.plan(table, chosen.get(), steps))
                .result(made -> {
                    if (running != steps) return;
                    plan = made;
                    show(Importer.Outcome.of(made).refused());
                })
                .problem(problem -> {
                    // Nothing may be carried out under the plan of other choices.
                    plan = null;
                    show(List.of());
                    failed(problem);
                })
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
                    String sentence = words.say(came.cancelled() ? "import.ended" : "import.done", came.changed(),
                            came.added(), came.refused().size());
                    tell(came.refused().isEmpty() ? Banner.Tone.INFO : Banner.Tone.WARNING, sentence);
                    if (came.changed() > 0) ui.notices().done(sentence, Action.UNDO_STEP);
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
        chips.name(part -> words.say(key(part), count(part)));
        var first = wrong ? Preview.Part.REFUSED : Preview.Part.CHANGES;
        showPart(first);
        buttons();
    }

    private void showPart(Preview.Part part) {
        chips.select(part);
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
        choices.setDisable(busy || done);
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
