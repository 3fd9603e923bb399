package io.calsync.ui.review;

import io.calsync.domain.Company;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.review.Inbox.Line;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A line of the inbox: a group's heading, or a service with what is open.
final class InboxCell extends ListCell<Line> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final UiContext ctx;

    InboxCell(UiContext ctx) {
        this.ctx = ctx;
        getStyleClass().add("inbox-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        boolean heading = line instanceof Line.Heading;
        pseudoClassStateChanged(HEADING, heading);
        setDisable(heading);
        setGraphic(switch (empty ? null : line) {
            case null -> null;
            case Line.Heading group -> heading(group);
            case Line.Item item -> item(item);
        });
    }

    private HBox heading(Line.Heading group) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new HBox(new Label(ctx.words().say(group.text())), gap, new Label(String.valueOf(group.count())));
    }

    private VBox item(Line.Item item) {
        var name = new Label(item.view().name());
        name.getStyleClass().add("strong");
        var company = ctx.services().company(item.view().service().companyId()).map(Company::name).orElse("");
        var what = new Label(open(item) + (company.isEmpty() ? "" : "  ·  " + company));
        what.getStyleClass().addAll("muted", "small");
        setAccessibleText(name.getText() + ", " + what.getText());
        return new VBox(name, what);
    }

    private String open(Line.Item item) {
        if (item.open().isEmpty()) return ctx.words().say("review.deleted");
        return item.open().stream().map(ctx.words().texts()::label).collect(Collectors.joining(", "));
    }
}
