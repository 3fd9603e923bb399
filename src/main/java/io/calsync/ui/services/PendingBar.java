package io.calsync.ui.services;

import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.sync.ServiceView;
import io.calsync.sync.SyncState;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Dialogs;
import io.calsync.ui.kit.OutcomeTable;
import io.calsync.ui.kit.Sentence;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// How much waits to be pushed, what that is, and the push itself. Not to be seen while nothing waits, nor for what is at
/// Cal.com within a moment. It stands below the table, so that nothing moves under the mouse when it comes and goes.
final class PendingBar extends Wrap {
    private static final Duration PATIENCE = Duration.seconds(1);

    private final UiContext ui;
    private final Label count = new Label();
    private final Button push;
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private List<ServiceView> waiting = List.of();
    private boolean busy;
    private boolean outdated;

    PendingBar(UiContext ui) {
        this.ui = ui;
        setId("pending-bar");
        getStyleClass().add("pending-bar");
        count.getStyleClass().add("strong");
        push = Action.PUSH_NOW.button(ui.words(), () -> push(waiting));
        getChildren().addAll(count, Action.SHOW_WAITING.button(ui.words(), this::preview), push);
        patience.setOnFinished(_ -> show(!waiting.isEmpty()));
        show(false);
        ui.services().listen(_ -> refresh());
        ui.runs().step().subscribe(_ -> available(push));
        ui.state().state().subscribe(_ -> available(push));
    }

    /// Counts anew; what is asked for while that runs is done once, after it.
    private void refresh() {
        outdated = busy;
        if (busy) return;
        busy = true;
        var candidates = ui.services().unsettled().stream().map(ui.services()::get).flatMap(Optional::stream).toList();
        ui.background().call(() -> Counted.of(candidates)).result(this::show).always(() -> {
            busy = false;
            if (outdated) refresh();
        }).start();
    }

    /// The services that wait, and how many of their fields.
    private record Counted(List<ServiceView> services, int fields) {
        static Counted of(List<ServiceView> candidates) {
            var services = candidates.stream().filter(view -> !view.outlook().due().isEmpty()).toList();
            int fields = services.stream().mapToInt(view -> view.outlook().due().fields().size()).sum();
            return new Counted(services, fields);
        }
    }

    private void show(Counted counted) {
        waiting = counted.services;
        count.setText(ui.words().say("pending.count", waiting.size(), counted.fields));
        if (waiting.isEmpty()) {
            patience.stop();
            show(false);
        } else if (!isVisible()) patience.play();
    }

    private void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }

    private void preview() {
        var words = ui.words();
        var table = new OutcomeTable(ui);
        table.setAccessibleText(words.say("pending.title"));
        var body = new VBox(new Sentence(count.getText(), "strong"), table);
        body.getStyleClass().addAll("dialog-text", "dialog-wide");
        var dialog = ui.dialogs().form(this, words.say("pending.title"), body, Action.CLOSE);
        var shown = waiting;
        var confirm = ui.dialogs().confirm(dialog, Action.PUSH_NOW, () -> push(shown));
        Action.PUSH_NOW.dress(confirm, words);
        available(confirm);
        ui.background().call(() -> lines(table, shown)).result(lines -> {
            table.show(lines);
            Dialogs.fit(dialog);
        }).start();
        dialog.setOnShown(_ -> table.requestFocus());
        dialog.show();
    }

    private static List<OutcomeTable.Line> lines(OutcomeTable table, List<ServiceView> services) {
        var lines = new ArrayList<OutcomeTable.Line>();
        for (ServiceView view : services)
            for (Field field : view.outlook().due().fields()) lines.add(table.of(view, field, Choice.PLATFORM));
        return lines;
    }

    private void push(List<ServiceView> services) {
        var ids = services.stream().map(ServiceView::id).collect(Collectors.toSet());
        ui.runs().retry(ids);
    }

    private void available(ButtonBase button) {
        Action.PUSH_NOW.available(button, ui.words(), obstacle());
    }

    private @Nullable String obstacle() {
        if (!ui.operator().role().mayEdit()) return ui.refusal(false);
        if (ui.runs().running()) return ui.words().say("run.under-way");
        boolean connected = !(ui.state().get() instanceof SyncState state) || state.connection() != null;
        return connected ? null : ui.words().say("bar.not-connected");
    }
}
