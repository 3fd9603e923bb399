package io.calsync.ui.services;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.sync.Guard;
import io.calsync.sync.Plan;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Banner;
import io.calsync.ui.kit.TextColumn;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.WrappedCell;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a sync would do now, per service and field. Showing it has written nothing.
final class PlanDialog {
    private final UiContext ui;

    PlanDialog(UiContext ui) {
        this.ui = ui;
    }

    void show(Node near, Plan plan) {
        var words = ui.words();
        var summary = new Label(summary(plan));
        summary.setId("plan-summary");
        summary.setWrapText(true);
        summary.setMaxWidth(930);
        var body = new VBox(summary);
        body.getStyleClass().add("dialog-text");
        if (plan.guard() instanceof Guard guard) body.getChildren().add(stopped(guard));
        var table = table(plan);
        if (!plan.items().isEmpty()) body.getChildren().add(table);
        var dialog = ui.dialogs().form(near, words.say("plan.title"), body, Action.CLOSE);
        if (!plan.unlinked().isEmpty()) {
            var list = ui.dialogs().confirm(dialog, Action.UNLINKED,
                    () -> ui.background().onUi(ui.navigation()::unlinked));
            ButtonBar.setButtonUniformSize(list, false);
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

    private TableView<Plan.Item> table(Plan plan) {
        var table = new TableView<Plan.Item>();
        table.setId("plan-table");
        table.setAccessibleText(ui.words().say("plan.title"));
        table.setPrefSize(930, 400);
        var words = ui.words();
        table.getColumns().add(column("plan.service", 160, Plan.Item::service));
        table.getColumns()
                .add(column("plan.field", 140, item -> item.field() == null ? "" : words.texts().label(item.field())));
        var what = column("plan.what", 290, this::what);
        what.setCellFactory(_ -> new WrappedCell<>());
        table.getColumns().add(what);
        table.getColumns().add(column("plan.platform", 160, item -> value(item.field(), item.platform())));
        table.getColumns().add(column("plan.calcom", 160, item -> value(item.field(), item.calcom())));
        table.getItems()
                .setAll(plan.items().stream().sorted(Comparator.comparingInt(item -> weight(item.action()))).toList());
        return table;
    }

    private TableColumn<Plan.Item, String> column(String key, double width, Function<Plan.Item, String> text) {
        return new TextColumn<>(ui.words().say(key), width, text);
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
