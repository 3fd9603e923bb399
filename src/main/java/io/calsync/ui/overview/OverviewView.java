package io.calsync.ui.overview;

import io.calsync.domain.SyncStatus;
import io.calsync.sync.Activity;
import io.calsync.ui.kit.Facet;
import io.calsync.ui.kit.Filter;
import io.calsync.ui.kit.Fxml;
import io.calsync.ui.kit.Icons;
import io.calsync.ui.kit.Screen;
import io.calsync.ui.kit.StatusLook;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.View;
import io.calsync.ui.kit.Wrap;
import java.time.Duration;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The state of sync at a glance. Every number leads to the services it counts.
public final class OverviewView implements View {
    private static final int DAYS = 30;

    private final UiContext ui;
    private final Parent root;
    private boolean busy;
    private boolean outdated;

    @FXML private Wrap numbers;

    @FXML private FlowPane legend;

    @FXML private VBox companies;

    @FXML private VBox days;

    @FXML private Label summary;

    public OverviewView(UiContext ui) {
        this.ui = ui;
        this.root = Fxml.load(this, ui.words().texts());
        for (SyncStatus status : SyncStatus.values()) legend.getChildren().add(StatusLook.of(status).label(ui.words()));
        ui.services().listen(_ -> refresh());
    }

    private record Picture(Tally tally, Activity activity) {}

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown(long serviceId) {
        refresh();
        if (!numbers.getChildren().isEmpty()) numbers.getChildren().getFirst().requestFocus();
    }

    /// Works it out anew; what changes while that runs is worked in once, after it.
    private void refresh() {
        if (root.getScene() == null) return;
        outdated = busy;
        if (busy) return;
        busy = true;
        var services = List.copyOf(ui.services().all());
        var known = ui.services().companies();
        ui.background()
                .call(() -> new Picture(Tally.of(services, known),
                        ui.sync().history().activity(DAYS, ui.words().times().zone())))
                .result(this::show)
                .always(this::refreshed)
                .start();
    }

    private void refreshed() {
        busy = false;
        if (outdated) refresh();
    }

    private void show(Picture picture) {
        boolean first = numbers.getChildren().isEmpty();
        var tally = picture.tally;
        if (first) makeNumbers();
        number(0, tally.bookable());
        number(1, tally.of(SyncStatus.CONFLICT));
        number(2, tally.of(SyncStatus.ERROR));
        number(3, tally.of(SyncStatus.PENDING));
        if (tally.companies().isEmpty()) companies.getChildren().setAll(new Label(ui.words().say("overview.none")));
        else
            companies.getChildren().setAll(tally.companies().stream()
                    .map(company -> new CompanyBar(ui, company).node())
                    .toList());
        days.getChildren().setAll(new DayBars(ui.words()).of(picture.activity));
        summary.setText(summary(picture.activity));
        if (first) numbers.getChildren().getFirst().requestFocus();
    }

    private void makeNumbers() {
        numbers.getChildren().addAll(
                card("overview.bookable", StatusLook.ofBookable(true),
                        () -> show(Filter.of(Facet.BOOKABLE, Facet.YES))),
                card("overview.conflict", StatusLook.of(SyncStatus.CONFLICT),
                        () -> ui.navigation().open(Screen.REVIEW)),
                card("overview.error", StatusLook.of(SyncStatus.ERROR), () -> show(of(SyncStatus.ERROR))),
                card("overview.pending", StatusLook.of(SyncStatus.PENDING), () -> show(of(SyncStatus.PENDING))));
    }

    private Button card(String key, StatusLook look, Runnable open) {
        var number = new Label();
        number.getStyleClass().addAll("overview-number", look.styleClass());
        number.setGraphic(Icons.of(look.icon()));
        var name = new Label(ui.words().say(key));
        name.getStyleClass().add("overview-name");
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        var card = new Button();
        card.setId(key.replace('.', '-'));
        card.getStyleClass().add("overview-card");
        card.setGraphic(new VBox(2, number, name));
        card.setOnAction(_ -> open.run());
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private void number(int index, int count) {
        var card = (Button) numbers.getChildren().get(index);
        var texts = (VBox) card.getGraphic();
        String number = ui.words().say("chip.count", count);
        ((Label) texts.getChildren().getFirst()).setText(number);
        card.setAccessibleText(number + " " + ((Label) texts.getChildren().getLast()).getText());
    }

    private String summary(Activity activity) {
        int pushes = activity.days().stream().mapToInt(Activity.Day::pushes).sum();
        int differences = activity.days().stream().mapToInt(Activity.Day::differences).sum();
        String told = ui.words().say("overview.summary", DAYS, pushes, differences);
        return activity.timeToPush() instanceof Duration median
                ? told + " " + ui.words().say("overview.time-to-push", ui.words().times().about(median)) : told;
    }

    private void show(Filter filter) {
        ui.navigation().show(filter);
    }

    private static Filter of(SyncStatus status) {
        return Filter.of(Facet.STATUS, status.name());
    }
}
