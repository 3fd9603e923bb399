package io.calsync.ui.kit;

import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.Policy;
import io.calsync.sync.PolicyPreview;
import io.calsync.sync.ServiceView;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Sets or lifts the rule that one or several services have of their own for a field, after showing what it would decide
/// now.
public final class RuleDialog {
    private final UiContext ui;
    private final Words words;
    private final List<ServiceView> services;
    private final ComboBox<Item<Field>> field = new ComboBox<>();
    private final ComboBox<Item<@Nullable Policy>> rule = new ComboBox<>();
    private final TextField reason = new TextField();
    private final Label meaning = line("rule-means", "muted");
    private final Label counts = line("rule-counts", "strong");
    private final OutcomeTable outcomes;
    private @Nullable Dialog<?> dialog;
    private @Nullable ButtonBase confirm;
    private @Nullable Wanted previewed;

    /// What a box offers, with its words.
    private record Item<T extends @Nullable Object>(T value, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /// What a preview is of.
    private record Wanted(Field field, @Nullable Policy policy) {}

    private RuleDialog(UiContext ui, List<ServiceView> services) {
        this.ui = ui;
        this.words = ui.words();
        this.services = services;
        this.outcomes = new OutcomeTable(ui);
    }

    /// @param first the field that is chosen at first
    public static void open(UiContext ui, Node near, List<ServiceView> services, Field first) {
        new RuleDialog(ui, services).open(near, first);
    }

    private void open(Node near, Field first) {
        String title = services.size() == 1 ? words.say("rule.title", services.getFirst().name())
                : words.say("rule.title.many", services.size());
        var form = ui.dialogs().form(near, title, content(), Action.CANCEL);
        dialog = form;
        confirm = ui.dialogs().confirm(form, Action.SET_POLICY, this::set);
        Action.SET_POLICY.dress(confirm, words);
        fill(first);
        field.valueProperty().subscribe(_ -> fieldChosen());
        rule.valueProperty().subscribe(_ -> preview());
        reason.textProperty().subscribe(_ -> available());
        form.show();
        rule.requestFocus();
    }

    private Node content() {
        var grid = new GridPane();
        grid.getStyleClass().add("comparison");
        row(grid, 0, "rule.field", field);
        row(grid, 1, "rule.rule", rule);
        grid.add(meaning, 1, 2);
        row(grid, 3, "rule.reason", reason);
        field.setId("rule-field");
        rule.setId("rule-rule");
        reason.setId("rule-reason");
        reason.setPromptText(words.say("rule.reason.prompt"));
        var body = new VBox(grid, line("rule-preview", "strong", words.say("outcome.title")), counts, outcomes);
        body.getStyleClass().addAll("dialog-text", "dialog-wide");
        return body;
    }

    private void row(GridPane grid, int line, String key, Region control) {
        var label = new Label(words.say(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        control.setMaxWidth(Double.MAX_VALUE);
        GridPane.setHgrow(control, Priority.ALWAYS);
        grid.addRow(line, label, control);
    }

    private void fill(Field first) {
        for (Field each : Field.synced()) field.getItems().add(new Item<>(each, words.texts().label(each)));
        field.getItems().stream().filter(item -> item.value == first).findFirst().ifPresent(field::setValue);
    }

    /// The rule that the services have in common stands first in the box.
    private void fieldChosen() {
        var chosen = field.getValue().value;
        var rules = services.getFirst().outlook().rules();
        rule.getItems().setAll(
                List.of(new Item<>(null, words.say("rule.workspace", words.say(key(rules.policy(chosen)))))));
        for (Policy each : Policy.values()) rule.getItems().add(new Item<>(each, words.say(key(each))));
        var own = own(services.getFirst(), chosen);
        reason.setText(own == null ? "" : own.reason());
        rule.setValue(rule.getItems().stream().filter(item -> item.value == (own == null ? null : own.policy()))
                .findFirst().orElseThrow());
        preview();
    }

    private void preview() {
        if (rule.getValue() == null) return;
        var policy = rule.getValue().value;
        meaning.setText(policy == null ? words.say("rule.workspace.means") : words.say(key(policy) + ".means"));
        available();
        var chosen = field.getValue().value;
        var own = policy == null ? null : new OwnPolicy(policy, reason.getText().strip());
        var wanted = wanted();
        ui.background().call(() -> ui.sync().policies().preview(ids(), chosen, own)).result(made -> {
            if (wanted.equals(wanted())) show(made);
        }).start();
    }

    private Wanted wanted() {
        return new Wanted(field.getValue().value, rule.getValue().value);
    }

    private void show(PolicyPreview preview) {
        previewed = wanted();
        available();
        counts.setText(counted(preview, words));
        outcomes.show(preview.outcomes().stream().map(outcomes::of).toList());
        if (dialog != null) Dialogs.fit(dialog);
    }

    /// The counts of a preview, as one line.
    public static String counted(PolicyPreview preview, Words words) {
        if (preview.outcomes().isEmpty()) return words.say("outcome.none");
        return Arrays.stream(PolicyPreview.Effect.values()).filter(effect -> preview.count(effect) > 0)
                .map(effect -> words.say("outcome." + effect.name().toLowerCase(Locale.ROOT) + ".count",
                        preview.count(effect)))
                .collect(Collectors.joining(" "));
    }

    private void available() {
        if (confirm != null) Action.SET_POLICY.available(confirm, words, obstacle());
    }

    private @Nullable String obstacle() {
        var policy = rule.getValue().value;
        if (!ui.operator().role().mayDecide()) return ui.refusal(false);
        if (policy == Policy.LEAVE_ALONE && reason.getText().isBlank()) return words.say("policy.needs-reason");
        var wanted = policy == null ? null : new OwnPolicy(policy, reason.getText().strip());
        boolean same = services.stream().allMatch(view -> Objects.equals(own(view, field.getValue().value), wanted));
        if (same) return words.say("rule.same");
        return wanted().equals(previewed) ? null : words.say("outcome.looking");
    }

    private void set() {
        var chosen = field.getValue().value;
        var policy = rule.getValue().value;
        var own = policy == null ? null : new OwnPolicy(policy, reason.getText().strip());
        ui.background().call(() -> ui.sync().policies().own(ids(), chosen, own)).result(changed -> {
            changed.forEach(ui.services()::put);
            ui.notices().done(words.say("rule.done", words.texts().label(chosen), changed.size()));
        }).start();
    }

    private Set<Long> ids() {
        return services.stream().map(ServiceView::id).collect(Collectors.toSet());
    }

    private static @Nullable OwnPolicy own(ServiceView view, Field field) {
        return view.row().facts(field).own();
    }

    private static String key(Policy policy) {
        return "policy." + policy.name().toLowerCase(Locale.ROOT);
    }

    private static Label line(String id, String styleClass) {
        return line(id, styleClass, "");
    }

    private static Label line(String id, String styleClass, String text) {
        var label = new Sentence(text, styleClass);
        label.setId(id);
        return label;
    }
}
