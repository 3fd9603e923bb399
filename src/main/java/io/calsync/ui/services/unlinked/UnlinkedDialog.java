package io.calsync.ui.services.unlinked;

import io.calsync.domain.EventType;
import io.calsync.domain.Message;
import io.calsync.sync.Links;
import io.calsync.sync.Links.Imported;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Banner;
import io.calsync.ui.kit.Dialogs;
import io.calsync.ui.kit.Filter;
import io.calsync.ui.kit.PlaceBox;
import io.calsync.ui.kit.PlaceBox.Place;
import io.calsync.ui.kit.ProgressRow;
import io.calsync.ui.kit.Steps;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Words;
import io.calsync.ui.kit.Wrap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogEvent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The event types that no service is linked to: to be seen, imported as services, or linked to services that exist.
public final class UnlinkedDialog {
    private final UiContext ui;
    private final Words words;
    private final CandidateTable table;
    private final TextField search = new TextField();
    private final CheckBox all;
    private final PlaceBox place = new PlaceBox();
    private final Label counts = new Label();
    private final ProgressRow progress;
    private final VBox outcome = new VBox();
    private final Dialog<ButtonType> dialog;
    private final Button close;
    private final Button importing;
    private final Button linking;
    private List<EventType> eventTypes = List.of();
    private @Nullable Steps running;

    private UnlinkedDialog(UiContext ui, Node near) {
        this.ui = ui;
        this.words = ui.words();
        this.table = new CandidateTable(words, this::marked);
        this.all = new CheckBox(words.say("unlinked.all"));
        this.progress = new ProgressRow(words, ui.clock());
        this.dialog = ui.dialogs().form(near, words.say("unlinked.title"), body(), Action.CLOSE);
        var pane = dialog.getDialogPane();
        this.close = (Button) pane.lookupButton(pane.getButtonTypes().getFirst());
        this.importing = ui.dialogs().stay(dialog, Action.IMPORT, () -> carryOut(table.marked()));
        this.linking = ui.dialogs().stay(dialog, Action.LINK_SERVICE, this::link);
    }

    /// Lists them, nothing marked.
    public static void open(UiContext ui, Node near) {
        var opened = new UnlinkedDialog(ui, near);
        opened.open(() -> {});
    }

    /// Imports all of them. Where there is more than one company the person chooses first.
    public static void importAll(UiContext ui, Node near) {
        var opened = new UnlinkedDialog(ui, near);
        opened.open(opened::all);
    }

    private void open(Runnable then) {
        ButtonBar.setButtonData(linking, ButtonBar.ButtonData.LEFT);
        for (var button : List.of(importing, linking)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
            ButtonBar.setButtonUniformSize(button, false);
        }
        table.getSelectionModel().getSelectedItems().subscribe(this::buttons);
        search.textProperty().subscribe(typed -> {
            table.search(typed);
            marked();
        });
        place.valueProperty().subscribe(_ -> judge());
        dialog.setResizable(true);
        dialog.setOnCloseRequest(this::closing);
        dialog.setOnShown(_ -> table.requestFocus());
        busy(false);
        dialog.show();
        look(then);
    }

    private Node body() {
        var text = new Label(words.say("unlinked.text"));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(900);
        counts.setId("unlinked-counts");
        counts.getStyleClass().add("strong");
        counts.setWrapText(true);
        counts.setMinHeight(Region.USE_PREF_SIZE);
        var body = new VBox(text, tools(), table, counts, new StackPane(progress, outcome));
        body.setId("unlinked-dialog");
        body.getStyleClass().addAll("dialog-text", "unlinked");
        body.getStylesheets().add(Objects.requireNonNull(getClass().getResource("/io/calsync/ui/services/services.css"))
                .toExternalForm());
        VBox.setVgrow(table, Priority.ALWAYS);
        return body;
    }

    private Node tools() {
        search.setId("unlinked-search");
        search.setPromptText(words.say("unlinked.search.prompt"));
        search.setAccessibleText(words.say("unlinked.search"));
        HBox.setHgrow(search, Priority.ALWAYS);
        all.setId("unlinked-all");
        all.setOnAction(_ -> table.markAll(all.isSelected()));
        place.setId("unlinked-place");
        place.offer(ui.services().companies());
        var where = new Label(words.say("unlinked.place"));
        where.setLabelFor(place);
        var tools = new Wrap(search, all, where, place);
        tools.getStyleClass().add("toolbar");
        return tools;
    }

    /// What Cal.com lists, and what of it cannot become a service of the chosen company.
    private record Look(List<EventType> eventTypes, Map<Long, Message> obstacles) {
        static Look at(Links links, @Nullable Place where) throws ProblemException {
            var listed = links.unlinked();
            return new Look(listed, where == null ? Map.of() : links.obstacles(listed, where.company().id()));
        }
    }

    private void look(Runnable then) {
        var where = place.getValue();
        ui.background().call(() -> Look.at(ui.sync().links(), where)).result(seen -> {
            eventTypes = seen.eventTypes;
            table.show(seen.eventTypes, seen.obstacles);
            if (eventTypes.isEmpty()) close.requestFocus();
            then.run();
        }).problem(problem -> {
            dialog.close();
            ui.notices().show(problem);
        }).start();
    }

    /// Another company has other event types that it cannot take.
    private void judge() {
        var where = place.getValue();
        if (where == null || eventTypes.isEmpty()) return;
        var known = eventTypes;
        ui.background().call(() -> ui.sync().links().obstacles(known, where.company().id())).result(obstacles -> {
            if (where.equals(place.getValue()) && known == eventTypes) table.show(known, obstacles);
        }).problem(this::failed).start();
    }

    private void all() {
        table.markAll(true);
        if (!ui.operator().role().mayDecide() || eventTypes.isEmpty()) return;
        if (ui.services().companies().size() == 1) carryOut(Set.of());
        else place.requestFocus();
    }

    private void marked() {
        var marked = table.candidates().stream().filter(type -> type.marked().get()).toList();
        long unpriced = marked.stream().filter(type -> !type.priced()).count();
        String text = eventTypes.isEmpty() ? ""
                : words.say("unlinked.counts", marked.size(), table.candidates().size());
        counts.setText(unpriced == 0 ? text : text + " " + words.texts().count("unlinked.unpriced", unpriced));
        all.setSelected(table.allMarked());
        buttons();
    }

    private void buttons() {
        int count = table.marked().size();
        String busy = running == null ? null : words.say("unlinked.importing");
        var role = ui.operator().role();
        importing.setText(count == 0 ? words.say(Action.IMPORT.key()) : words.texts().count("unlinked.import", count));
        String missing = place.getValue() == null ? words.say("new.no-company")
                : count == 0 ? words.say("unlinked.none-marked") : busy;
        Action.IMPORT.available(importing, words, role.mayDecide() ? missing : ui.refusal(false));
        boolean one = table.getSelectionModel().getSelectedItems().size() == 1;
        String unclear = one ? busy : words.say("unlinked.choose-one");
        Action.LINK_SERVICE.available(linking, words, role.mayEdit() ? unclear : ui.refusal(false));
    }

    /// @param ids empty = all
    private void carryOut(Set<Long> ids) {
        var where = place.getValue();
        if (where == null) return;
        var steps = new Steps(ui.background(), progress::show);
        running = steps;
        outcome.getChildren().clear();
        progress.begin(words.say("unlinked.importing"));
        busy(true);
        ui.background()
                .call(() -> ui.sync().links().importInto(where.company().id(), where.branchId(), ids, steps))
                .result(this::imported)
                .problem(this::failed)
                .always(() -> {
                    running = null;
                    busy(false);
                })
                .start();
    }

    private void imported(Imported imported) {
        var texts = words.texts();
        boolean whole = imported.refused().isEmpty() && imported.left() == 0;
        String done = texts.count("unlinked.imported", imported.services().size());
        var banner = new Banner("unlinked-outcome", whole ? Banner.Tone.INFO : Banner.Tone.WARNING).say(done);
        if (imported.left() > 0) banner.say(texts.count("unlinked.left", imported.left()));
        if (!imported.refused().isEmpty()) banner.say(texts.count("unlinked.refused", imported.refused().size()));
        int unpriced = imported.unpriced().size();
        if (unpriced > 0) banner.say(texts.count("import.unpriced", unpriced));
        int foreign = imported.foreign().size();
        if (foreign > 0) banner.say(texts.count("import.foreign", foreign));
        if (!imported.services().isEmpty()) banner.with(Action.SHOW_SERVICES.button(words, () -> {
            dialog.close();
            ui.navigation().show(Filter.only(imported.services().stream().map(ServiceView::id).toList()));
        }));
        ui.notices().done(done);
        tell(banner);
        look(() -> {});
    }

    private void link() {
        var chosen = table.getSelectionModel().getSelectedItem();
        if (chosen == null) return;
        new CounterpartDialog(ui, chosen.eventType(), this::failed).show(table, view -> {
            String done = words.say("unlinked.linked", chosen.name(), view.name());
            tell(new Banner("unlinked-outcome", Banner.Tone.INFO).say(done));
            look(() -> {});
        });
    }

    private void failed(Problem problem) {
        tell(new Banner("unlinked-outcome", Banner.Tone.DANGER).say(words.say(problem.message())));
    }

    private void tell(Banner banner) {
        outcome.getChildren().setAll(banner);
        Dialogs.fit(dialog);
    }

    private void busy(boolean now) {
        progress.setVisible(now);
        progress.setManaged(now);
        for (var choice : List.of(search, all, place, table)) choice.setDisable(now);
        close.setText(words.say(now ? Action.CANCEL.key() : Action.CLOSE.key()));
        buttons();
    }

    /// While event types are imported, closing ends that first, so that the person sees how far it came.
    private void closing(DialogEvent request) {
        if (running == null) return;
        running.cancel();
        request.consume();
    }
}
