package io.calsync.ui.services;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.sync.Guard;
import io.calsync.sync.Plan;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Banner;
import io.calsync.ui.kit.Sentence;
import io.calsync.ui.kit.TextTable;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.WrappedCell;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a sync would do now, per service and field. Showing it has written nothing.
final class PlanDialog {
    private static final int LINES = 11;

    private final UiContext ui;

    PlanDialog(UiContext ui) {
        this.ui = ui;
    }

    void show(Node near, Plan plan) {
        var words = ui.words();
        var summary = new Sentence(summary(plan));
        summary.setId("plan-summary");
        var body = new VBox(summary);
        body.getStyleClass().add("dialog-text");
        if (plan.guard() instanceof Guard guard) body.getChildren().add(stopped(guard));
        var table = new PlanTable(plan);
        if (!plan.items().isEmpty()) body.getChildren().add(table);
        var dialog = ui.dialogs().form(near, words.say("plan.title"), body, Action.CLOSE);
        if (!plan.unlinked().isEmpty()) {
            ui.dialogs().confirm(dialog, Action.UNLINKED,
                    () -> ui.background().onUi(ui.navigation()::unlinked));
        }
        dialog.setOnShown(_ -> table.requestFocus());
        dialog.show();
    }

    private String summary(Plan plan) {
        var texts = ui.words().texts();
        String counted = Arrays.stream(Plan.Action.values())
                .map(action -> counted(plan, action))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        if (!plan.unlinked().isEmpty()) {
            counted += (counted.isEmpty() ? "" : ", ") + texts.count("run.unlinked", plan.unlinked().size());
        }
        if (counted.isEmpty()) counted = texts.say("plan.nothing");
        return counted + ". " + texts.count("plan.requests", plan.requests());
    }

    private String counted(Plan plan, Plan.Action action) {
        long count = plan.items().stream().filter(item -> item.action() == action).count();
        return count == 0 ? "" : ui.words().say(key(action) + ".count", count);
    }

    private Banner stopped(Guard guard) {
        var words = ui.words();
        return new Banner("plan-guard", Banner.Tone.WARNING).say(words.say(guard.saw())).say(words.say("plan.guard"));
    }

    /// Every item on as many lines as its sentence needs.
    private final class PlanTable extends TextTable<Plan.Item> {
        PlanTable(Plan plan) {
            super(ui, "plan-table", "plan.title", "plan.nothing");
            setFixedCellSize(USE_COMPUTED_SIZE);
            room(LINES);
            add("plan.service", 160, Plan.Item::service);
            add("plan.field", 140, item -> item.field() == null ? "" : words.texts().label(item.field()));
            add("plan.what", 290, PlanDialog.this::what).setCellFactory(_ -> new WrappedCell<>());
            add("plan.platform", 160, item -> value(item.field(), item.platform()));
            add("plan.calcom", 160, item -> value(item.field(), item.calcom()));
            getItems().setAll(
                    plan.items().stream().sorted(Comparator.comparingInt(item -> weight(item.action()))).toList());
        }
    }

    private String what(Plan.Item item) {
        String action = ui.words().say(key(item.action()));
        return item.why() instanceof Message why ? action + ": " + ui.words().say(why) : action;
    }

    private String value(@Nullable Field field, @Nullable String text) {
        if (field == null || text == null) return ui.words().say("value.unknown");
        return ui.words().values().show(field, field.type().decode(text));
    }

    /// What the person has to know first.
    private static int weight(Plan.Action action) {
        return switch (action) {
            case MISSING -> 0;
            case ASK -> 1;
            case BLOCKED -> 2;
            case POLICY -> 3;
            case PUSH -> 4;
            case AGREE -> 5;
        };
    }

    private static String key(Plan.Action action) {
        return "plan." + action.name().toLowerCase(Locale.ROOT);
    }
}
