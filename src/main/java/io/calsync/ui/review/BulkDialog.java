package io.calsync.ui.review;

import io.calsync.domain.Choice;
import io.calsync.domain.Company;
import io.calsync.domain.Field;
import io.calsync.sync.Problem;
import io.calsync.sync.Review.Decided;
import io.calsync.sync.ServiceView;
import io.calsync.sync.Skipped;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Banner;
import io.calsync.ui.kit.Fxml;
import io.calsync.ui.kit.OutcomeTable;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.UndoAll;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One choice for many services: filter, choose a side, see the counts, apply, see what was left out and why.
final class BulkDialog {
    private static final int MOST_SKIPPED = 8;

    private final UiContext ctx;
    private final List<ServiceView> waiting;
    private final Button apply;

    @FXML private ComboBox<Item<@Nullable Field>> field;
    @FXML private ComboBox<Item<Long>> company;
    @FXML private ToggleGroup side;
    @FXML private RadioButton platform;
    @FXML private RadioButton calcom;
    @FXML private RadioButton accept;
    @FXML private VBox outcome;
    @FXML private TextField note;
    @FXML private Label heading;

    /// What a box offers, with its words.
    private record Item<T extends @Nullable Object>(T value, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    private BulkDialog(UiContext ctx, List<ServiceView> waiting, Dialog<ButtonType> dialog) {
        this.ctx = ctx;
        this.waiting = waiting;
        this.apply = ctx.dialogs().stay(dialog, Action.APPLY, ButtonData.OK_DONE, this::apply);
    }

    static void open(UiContext ctx, Node near, List<ServiceView> waiting) {
        var place = new VBox();
        var dialog = ctx.dialogs().form(near, ctx.words().say("review.bulk.title"), place, Action.CLOSE);
        var content = new BulkDialog(ctx, waiting, dialog);
        Node root = Fxml.load(content, ctx.words().texts());
        VBox.setVgrow(root, Priority.ALWAYS);
        place.getChildren().add(root);
        dialog.setOnShown(_ -> content.field.requestFocus());
        dialog.show();
    }

    @FXML
    void initialize() {
        platform.setUserData(Choice.PLATFORM);
        calcom.setUserData(Choice.CALCOM);
        accept.setUserData(Choice.ACCEPT);
        field.getItems().setAll(fields());
        field.getSelectionModel().selectFirst();
        company.getItems().setAll(companies());
        company.getSelectionModel().selectFirst();
        Action.APPLY.dress(apply, ctx.words());
        apply.setId("bulk-apply");
        side.selectedToggleProperty().subscribe(this::preview);
        field.valueProperty().subscribe(this::preview);
        company.valueProperty().subscribe(this::preview);
        preview();
    }

    private void apply() {
        var bulk = bulk();
        var choice = choice();
        var fields = Bulk.fields(field.getValue().value());
        apply.setDisable(true);
        ctx.background()
                .call(() -> ctx.sync().review().decideMany(bulk.services(), fields, choice, note.getText().strip()))
                .result(this::show)
                .problem(this::show)
                .start();
    }

    private void preview() {
        if (field.getValue() == null || company.getValue() == null) return;
        var words = ctx.words();
        var bulk = bulk();
        int count = bulk.decisions();
        var sentences = new ArrayList<String>();
        sentences.add(words.say("review.bulk.counts", count, bulk.services().size()));
        if (count > 0) {
            String key = "review.bulk." + choice().name().toLowerCase(Locale.ROOT);
            sentences.add(words.say(key, bulk.fields().entrySet().stream()
                    .map(entry -> words.texts().label(entry.getKey()) + "\u00a0×\u00a0" + entry.getValue())
                    .collect(Collectors.joining(", "))));
        }
        sentences.addAll(skipped(bulk.skipped()));
        fill(sentences);
        var table = new OutcomeTable(ctx);
        table.show(bulk.each().stream().map(each -> table.of(each.view(), each.field(), choice())).toList());
        VBox.setVgrow(table, Priority.ALWAYS);
        if (count > 0) outcome.getChildren().add(table);
        heading.setVisible(true);
        apply.setText(count == 0 ? words.say(Action.APPLY.key()) : words.texts().count("review.apply", count));
        Action.APPLY.available(apply, words, obstacle(count));
    }

    private @Nullable String obstacle(int count) {
        var role = ctx.operator().role();
        if (!role.mayDecide()) return ctx.words().say(new Problem.NotAllowed(role).message());
        return count == 0 ? ctx.words().say("review.bulk.none") : null;
    }

    private void show(Decided decided) {
        var sentences = new ArrayList<String>();
        sentences.add(ctx.words().say("review.bulk.done", decided.fields(), decided.services()));
        sentences.addAll(skipped(decided.skipped()));
        fill(sentences);
        heading.setVisible(false);
        outcome.getChildren().getFirst().setId("bulk-result");
        if (decided.services() > 0)
            outcome.getChildren().add(Action.UNDO_ALL.button(ctx.words(),
                    () -> new UndoAll(ctx, outcome, () -> {}).ask(decided.run())));
    }

    private void show(Problem problem) {
        outcome.getChildren()
                .setAll(new Banner("bulk-problem", Banner.Tone.DANGER).say(ctx.words().say(problem.message())));
        apply.setDisable(false);
    }

    private List<String> skipped(List<Skipped> skipped) {
        if (skipped.isEmpty()) return List.of();
        var sentences = new ArrayList<String>();
        sentences.add(ctx.words().texts().count("review.bulk.skipped", skipped.size()));
        skipped.stream().limit(MOST_SKIPPED)
                .forEach(each -> sentences.add("–  " + each.service() + ": " + ctx.words().sayValue(each.why())));
        int more = skipped.size() - MOST_SKIPPED;
        if (more > 0) sentences.add(ctx.words().say("review.bulk.more", more));
        return sentences;
    }

    private void fill(List<String> sentences) {
        outcome.getChildren().setAll(sentences.stream().map(sentence -> {
            var label = new Label(sentence);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            return label;
        }).toList());
        outcome.getChildren().getFirst().getStyleClass().add("strong");
    }

    private Bulk bulk() {
        return Bulk.of(waiting, field.getValue().value(), company.getValue().value(), choice());
    }

    private Choice choice() {
        return (Choice) side.getSelectedToggle().getUserData();
    }

    private List<Item<@Nullable Field>> fields() {
        var open = EnumSet.noneOf(Field.class);
        waiting.forEach(view -> Question.of(view).forEach(question -> open.add(question.field())));
        var items = new ArrayList<Item<@Nullable Field>>();
        items.add(new Item<>(null, ctx.words().say("review.bulk.every-field")));
        open.forEach(each -> items.add(new Item<>(each, ctx.words().texts().label(each))));
        return items;
    }

    private List<Item<Long>> companies() {
        var items = new ArrayList<Item<Long>>();
        items.add(new Item<>(0L, ctx.words().say("review.bulk.every-company")));
        for (Company each : ctx.services().companies()) items.add(new Item<>(each.id(), each.name()));
        return items;
    }
}
