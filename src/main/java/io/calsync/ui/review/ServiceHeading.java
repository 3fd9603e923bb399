package io.calsync.ui.review;

import io.calsync.domain.Company;
import io.calsync.domain.Field;
import io.calsync.domain.Link;
import io.calsync.sync.EventTypes.RemoteChange;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.RuleDialog;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Wrap;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Which service it is, where it belongs, what happened to it, and who did it as far as Cal.com tells.
final class ServiceHeading extends VBox {
    private final UiContext ctx;
    private final ServiceView view;
    private final Label author = line("heading-author", "muted");

    ServiceHeading(UiContext ctx, ServiceView view) {
        this.ctx = ctx;
        this.view = view;
        getStyleClass().add("service-heading");
        var name = new Label(view.name());
        name.setId("heading-name");
        name.getStyleClass().add("screen-title");
        var place = line("heading-place", "muted");
        place.setText(place());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        var top = new Wrap(name, gap);
        top.getStyleClass().add("heading-top");
        var open = Action.OPEN_WEB.button(ctx.words(), this::openWeb);
        open.getStyleClass().add("small");
        open.setMinWidth(USE_PREF_SIZE);
        var rule = Action.OWN_RULE.button(ctx.words(), () -> RuleDialog.open(ctx, this, List.of(view), field()));
        Action.OWN_RULE.available(rule, ctx.words(), ctx.refusal(ctx.operator().role().mayDecide()));
        rule.getStyleClass().add("small");
        rule.setMinWidth(USE_PREF_SIZE);
        top.getChildren().addAll(rule, open);
        var what = line("heading-what", "strong");
        what.setText(what());
        getChildren().addAll(top, place, what, author);
        author.setText(firstSeen());
        askForAuthor();
    }

    private Field field() {
        return Question.of(view).stream().map(Question::field).findFirst().orElse(Field.NAME);
    }

    private String place() {
        var company = ctx.services().company(view.service().companyId());
        var branch = company.flatMap(known -> known.branches().stream()
                .filter(each -> each.id().equals(view.service().branchId()))
                .findFirst());
        var eventType = ctx.words().say("review.event-type", Long.toString(view.row().link().eventTypeId()));
        return Stream.of(company.map(Company::name).orElse(""), branch.map(Company.Branch::name).orElse(""), eventType)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  ·  "));
    }

    private String what() {
        if (view.row().link().state() == Link.State.GONE)
            return ctx.words().say("review.what.gone", Long.toString(view.row().link().eventTypeId()));
        int open = Question.of(view).size();
        return open == 0 ? ctx.words().say("review.what.nothing") : ctx.words().texts().count("review.what.open", open);
    }

    private String firstSeen() {
        var since = since();
        if (since == null) return "";
        boolean gone = view.row().link().state() == Link.State.GONE;
        return ctx.words().say(gone ? "review.first-missing" : "review.author-unknown", moment(since));
    }

    private @Nullable Instant since() {
        var link = view.row().link();
        return link.state() == Link.State.GONE ? link.goneSince() : view.row().times().calcomChanged();
    }

    private String moment(Instant then) {
        var times = ctx.words().times();
        return times.exact(then) + " (" + times.ago(then, ctx.now().get()) + ")";
    }

    /// Cal.com tells who changed an event type to some connections only; where it does not, the first sight stands.
    private void askForAuthor() {
        if (since() == null || view.row().link().state() == Link.State.GONE) return;
        ctx.background().call(() -> ctx.sync().review().remoteChanges(view))
                .result(this::showAuthor)
                .problem(_ -> author.setText(firstSeen()))
                .start();
    }

    private void showAuthor(List<RemoteChange> changes) {
        if (changes.isEmpty()) return;
        var newest = changes.getFirst();
        author.setText(ctx.words().say("review.author", newest.who(), moment(newest.at())));
    }

    private void openWeb() {
        ctx.background().call(() -> ctx.sync().links().webPage(view.row().link().eventTypeId()))
                .result(ctx.browser())
                .start();
    }

    private static Label line(String id, String styleClass) {
        var label = new Label();
        label.setId(id);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
