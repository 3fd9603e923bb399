package io.calsync.ui.services;

import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.Link;
import io.calsync.domain.Message;
import io.calsync.domain.Verdict;
import io.calsync.sync.Problem;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Dialogs.Question;
import io.calsync.ui.kit.Focus;
import io.calsync.ui.kit.Fxml;
import io.calsync.ui.kit.Icons;
import io.calsync.ui.kit.UiContext;
import java.util.List;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The counterpart at Cal.com: which event type it is, what both sides hold, and how to link or unlink.
final class CalcomPane {
    private final UiContext ui;
    private final Parent root;

    @FXML private Label head;

    @FXML private Label detail;

    @FXML private FlowPane actions;

    @FXML private Label why;

    @FXML private VBox comparison;

    CalcomPane(UiContext ui) {
        this.ui = ui;
        this.root = Fxml.load(this, ui.words().texts());
    }

    Parent root() {
        return root;
    }

    void show(RowData data) {
        var words = ui.words();
        var link = data.view().row().link();
        head.setText(switch (link.state()) {
            case UNLINKED -> words.say("calcom.unlinked");
            case PRESENT -> words.say("calcom.linked", "#" + link.eventTypeId());
            case GONE -> words.say("calcom.gone", "#" + link.eventTypeId());
        });
        detail.setText(detail(link));
        Focus.refill(actions, link.linked() ? linkedActions(data.view()) : unlinkedActions(data.view()));
        // Also where nobody points at a button: what this role may not do here, in a line.
        String refusal = ui.refusal(ui.operator().role().mayDecide());
        why.setText(refusal == null ? "" : refusal);
        why.setVisible(refusal != null);
        why.setManaged(refusal != null);
        comparison.getChildren().clear();
        if (link.linked()) comparison.getChildren().add(table(data.view()));
    }

    private String detail(Link link) {
        var words = ui.words();
        if (!link.linked()) return words.say("calcom.unlinked.means");
        if (link.seen() == null) return words.say("calcom.unseen");
        return words.say("calcom.seen", words.times().ago(link.seen(), ui.now().get()),
                words.times().exact(link.seen()));
    }

    private List<Button> linkedActions(ServiceView view) {
        var unlink = Action.UNLINK.button(ui.words(), () -> askUnlink(view));
        Action.UNLINK.available(unlink, ui.words(), ui.refusal(ui.operator().role().mayDecide()));
        return List.of(Action.OPEN_WEB.button(ui.words(), () -> openWeb(view)), unlink);
    }

    private List<Button> unlinkedActions(ServiceView view) {
        var role = ui.operator().role();
        var link = Action.LINK.button(ui.words(), () -> new LinkDialog(ui).show(root, view));
        link.getStyleClass().add("accent");
        Action.LINK.available(link, ui.words(), ui.refusal(role.mayEdit()));
        var create = Action.CREATE.button(ui.words(), () -> askCreate(view));
        Action.CREATE.available(create, ui.words(), ui.refusal(role.mayDecide()));
        return List.of(link, create);
    }

    private void openWeb(ServiceView view) {
        ui.background()
                .call(() -> ui.sync().links().webPage(view.row().link().eventTypeId()))
                .result(ui.browser())
                .start();
    }

    private void askUnlink(ServiceView view) {
        var words = ui.words();
        var question = new Question(words.say("unlink.title", view.name()), List.of(words.say("unlink.means")),
                Action.UNLINK, Action.CANCEL);
        ui.dialogs().ask(root, question, () -> ui.background().call(() -> ui.sync().links().unlink(view.id()))
                .result(ui.services()::put).start());
    }

    private void askCreate(ServiceView view) {
        var words = ui.words();
        var question = new Question(words.say("create.title", view.name()), List.of(words.say("create.means")),
                Action.CREATE, Action.CANCEL);
        ui.dialogs().ask(root, question, () -> create(view));
    }

    private void create(ServiceView view) {
        ui.background().call(() -> ui.sync().links().create(view.id())).result(ui.services()::put)
                .problem(problem -> notCreated(problem, view)).start();
    }

    /// Where an event type holds the web address part already, it is probably the one to link to.
    private void notCreated(Problem problem, ServiceView view) {
        if (!(problem instanceof Problem.SlugTaken)) {
            ui.notices().show(problem);
            return;
        }
        var words = ui.words();
        var question = new Question(words.say("create.taken.title"),
                List.of(words.say(problem.message()), words.say("create.taken.means")), Action.LINK, Action.CANCEL);
        ui.dialogs().ask(root, question, () -> new LinkDialog(ui).show(root, view));
    }

    private GridPane table(ServiceView view) {
        var words = ui.words();
        var grid = new GridPane();
        grid.setId("calcom-comparison");
        grid.getStyleClass().add("comparison");
        grid.addRow(0, muted(""), muted(words.say("calcom.platform")), muted(words.say("calcom.calcom")));
        int line = 1;
        for (Field field : Field.synced()) {
            var ours = value(words.values().show(field, view.values().raw(field)));
            var theirs = value(words.values().show(field, view.row().calcom().raw(field)));
            if (differs(view, field)) theirs.getStyleClass().add("strong");
            if (view.outlook().state(field).why() instanceof Message why)
                theirs.setTooltip(new Tooltip(words.say(why)));
            grid.addRow(line++, name(view, field), ours, theirs);
        }
        return grid;
    }

    /// A field with a rule of its own shows it; the tooltip says which, and why.
    private Label name(ServiceView view, Field field) {
        var label = muted(ui.words().texts().label(field));
        if (view.row().facts(field).own() instanceof OwnPolicy own) {
            label.setGraphic(Icons.of(Action.OWN_RULE.icon()));
            label.setContentDisplay(ContentDisplay.RIGHT);
            String rule = ui.words().rule(field, own);
            label.setTooltip(new Tooltip(rule));
            label.setAccessibleText(rule);
        }
        return label;
    }

    private static boolean differs(ServiceView view, Field field) {
        var verdict = view.outlook().state(field).verdict();
        boolean told = verdict.differs() || verdict == Verdict.OTHER_CURRENCY;
        return told && !Objects.equals(view.values().raw(field), view.row().calcom().raw(field));
    }

    private static Label value(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }
}
