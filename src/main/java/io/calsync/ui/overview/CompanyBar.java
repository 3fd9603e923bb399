package io.calsync.ui.overview;

import io.calsync.domain.SyncStatus;
import io.calsync.ui.kit.Facet;
import io.calsync.ui.kit.Filter;
import io.calsync.ui.kit.StatusLook;
import io.calsync.ui.kit.UiContext;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One company's services as a bar of its statuses, each as wide as its share and a way to its services.
record CompanyBar(UiContext ui, Tally.OfCompany company) {
    Node node() {
        var name = new Label(ui.words().say("overview.company", company.name(), company.total()));
        name.getStyleClass().add("overview-company");
        var bar = new GridPane();
        bar.getStyleClass().add("overview-bar");
        for (SyncStatus status : SyncStatus.values()) {
            int count = company.statuses().getOrDefault(status, 0);
            if (count > 0) add(bar, status, count);
        }
        return new VBox(4, name, bar);
    }

    private void add(GridPane bar, SyncStatus status, int count) {
        var look = StatusLook.of(status);
        var segment = new Button(ui.words().say("chip.count", count));
        segment.setId("bar-" + company.id() + "-" + status.name().toLowerCase(Locale.ROOT));
        segment.getStyleClass().setAll("button", "overview-segment", look.styleClass());
        segment.setMaxWidth(Double.MAX_VALUE);
        String told = ui.words().say("overview.segment", company.name(), count, ui.words().say(look.key()));
        segment.setTooltip(new Tooltip(told));
        segment.setAccessibleText(told);
        segment.setOnAction(_ -> ui.navigation().show(Filter.of(Facet.COMPANY, Long.toString(company.id()))
                .toggled(Facet.STATUS, status.name())));
        var share = new ColumnConstraints();
        share.setPercentWidth(100.0 * count / company.total());
        share.setHgrow(Priority.ALWAYS);
        share.setMinWidth(24);
        bar.getColumnConstraints().add(share);
        bar.add(segment, bar.getColumnConstraints().size() - 1, 0);
    }
}
