package io.calsync.ui.settings;

import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.Policy;
import io.calsync.domain.Rules;
import io.calsync.sync.PolicyPreview;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Facet;
import io.calsync.ui.kit.Filter;
import io.calsync.ui.kit.OutcomeTable;
import io.calsync.ui.kit.RuleDialog;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Wrap;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What happens by itself when Cal.com changed a field: one rule per field, and the services with rules of their own. A rule
/// is set only after the person has seen what it would decide now.
final class PolicySection extends Section {
    private static final int MOST_EXCEPTIONS = 50;

    private final VBox fields = new VBox();
    private final VBox exceptions = new VBox();

    PolicySection(UiContext ctx) {
        super(ctx, "policies");
        exceptions.setId("policy-exceptions");
        exceptions.getStyleClass().add("settings-options");
        if (notAllowed() instanceof String reason) getChildren().add(line(reason, "strong"));
        getChildren().addAll(fields, line(say("settings.exceptions"), "settings-subheading"),
                line(say("settings.exceptions.means"), "muted"), exceptions);
        ctx.services().listen(_ -> {
            if (getScene() != null) showExceptions();
        });
    }

    @Override
    void shown() {
        ctx.background().call(() -> ctx.sync().policies().rules()).result(this::show).start();
        showExceptions();
    }

    private void show(Rules rules) {
        fields.getChildren().setAll(Field.synced().stream().map(field -> row(field, rules)).toList());
    }

    private Node row(Field field, Rules rules) {
        var label = line(ctx.words().texts().label(field), "strong");
        label.getStyleClass().add("policy-field");
        var current = rules.policy(field);
        var choice = choice(field, current);
        label.setLabelFor(choice);
        String means = rules.writable(field) ? "" : " " + say("settings.policies.unwritable");
        var meaning = line(say("policy." + id(current) + ".means") + means, "muted");
        meaning.setId("policy-means-" + field.key());
        meaning.getStyleClass().add("policy-meaning");
        meaning.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(meaning, Priority.ALWAYS);
        var row = new Wrap(label, choice, meaning);
        row.getStyleClass().add("policy-row");
        return row;
    }

    private ComboBox<Policy> choice(Field field, Policy current) {
        var box = new ComboBox<Policy>();
        box.setId("policy-" + field.key());
        box.setConverter(new PolicyText(ctx.words()));
        box.getItems().setAll(Policy.values());
        box.setValue(current);
        box.getStyleClass().add("policy-choice");
        box.setDisable(notAllowed() != null);
        box.setAccessibleText(ctx.words().texts().label(field));
        box.valueProperty().subscribe((before, wanted) -> {
            if (wanted != before) ask(field, wanted);
        });
        return box;
    }

    /// Shows what the rule would decide now; until a yes the box shows the rule that holds.
    private void ask(Field field, Policy wanted) {
        ctx.background().call(() -> ctx.sync().policies().preview(field, wanted))
                .result(preview -> ask(field, wanted, preview))
                .always(this::shown)
                .start();
    }

    private void ask(Field field, Policy wanted, PolicyPreview preview) {
        var words = ctx.words();
        String title = say("settings.policies.ask", words.texts().label(field), say("policy." + id(wanted)));
        var outcomes = new OutcomeTable(ctx);
        outcomes.show(preview.outcomes().stream().map(outcomes::of).toList());
        var body = new VBox(line(say("policy." + id(wanted) + ".means"), "muted"),
                line(RuleDialog.counted(preview, words), "strong"), outcomes);
        body.getStyleClass().addAll("dialog-text", "dialog-wide");
        var dialog = ctx.dialogs().form(this, title, body, Action.CLOSE);
        ctx.dialogs().confirm(dialog, Action.SET_POLICY, () -> set(field, wanted));
        dialog.show();
    }

    private void set(Field field, Policy wanted) {
        ctx.background().run(() -> ctx.sync().policies().set(field, wanted)).result(_ -> {
            ctx.notices().done(say("settings.policies.done", ctx.words().texts().label(field)));
            shown();
        }).start();
    }

    private void showExceptions() {
        exceptions.getChildren().clear();
        var ruled = ctx.services().ruled();
        for (ServiceView view : ruled.stream().limit(MOST_EXCEPTIONS).toList()) {
            view.row().facts().forEach((field, facts) -> {
                if (facts.own() instanceof OwnPolicy own) exceptions.getChildren().add(exception(view, field, own));
            });
        }
        if (ruled.isEmpty()) exceptions.getChildren().add(new Label(say("settings.exceptions.none")));
        if (ruled.size() > MOST_EXCEPTIONS)
            exceptions.getChildren().addAll(
                    line(say("settings.exceptions.more", ruled.size() - MOST_EXCEPTIONS), "strong"),
                    Action.SHOW_SERVICES.button(ctx.words(),
                            () -> ctx.navigation().show(Filter.of(Facet.OWN_POLICY, Facet.YES))));
    }

    private Node exception(ServiceView view, Field field, OwnPolicy own) {
        String reason = own.reason().isEmpty() ? "" : "  " + say("value.quoted", own.reason());
        var label =
                line(view.name() + ", " + ctx.words().texts().label(field) + ": " + say("policy." + id(own.policy()))
                        + reason, "strong");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var change = managers(Action.OWN_RULE, () -> RuleDialog.open(ctx, this, List.of(view), field));
        change.setMinWidth(USE_PREF_SIZE);
        var box = new Wrap(label, gap, change);
        box.getStyleClass().add("settings-line");
        return box;
    }

    private static String id(Policy policy) {
        return policy.name().toLowerCase(Locale.ROOT);
    }
}
