package io.calsync.ui.review;

import io.calsync.domain.Choice;
import io.calsync.sync.Review;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Background;
import io.calsync.ui.kit.Habit;
import io.calsync.ui.kit.UiContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What becomes of a service whose event type is deleted at Cal.com: three answers, each with what follows from it.
final class GoneAnswer implements Answer {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final Map<Habit, Review.GoneAnswer> KEYS = Map.of(
            Habit.GONE_DEACTIVATE, Review.GoneAnswer.DEACTIVATE,
            Habit.GONE_CREATE, Review.GoneAnswer.CREATE,
            Habit.GONE_WAIT, Review.GoneAnswer.WAIT);

    private final UiContext ctx;
    private final ServiceView view;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Review.GoneAnswer, RadioButton> radios = new EnumMap<>(Review.GoneAnswer.class);
    private final VBox box = new VBox();

    /// @param changed called after every choice
    GoneAnswer(UiContext ctx, ServiceView view, Runnable changed) {
        this.ctx = ctx;
        this.view = view;
        box.getStyleClass().add("gone-answers");
        for (var answer : Review.GoneAnswer.values()) box.getChildren().add(card(answer));
        group.selectedToggleProperty().subscribe(_ -> {
            radios.values().forEach(radio -> radio.getParent().pseudoClassStateChanged(CHOSEN, radio.isSelected()));
            changed.run();
        });
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public int decisions() {
        return group.getSelectedToggle() == null ? 0 : 1;
    }

    @Override
    public List<String> preview() {
        return decisions() == 0 ? List.of() : List.of(ctx.words().say(key(chosen()) + ".preview", view.name()));
    }

    @Override
    public Background.Work<ServiceView> deed(String note) {
        var answer = chosen();
        return () -> ctx.sync().review().answerGone(view.id(), view.row().version(), answer, note);
    }

    @Override
    public void chooseAll(Choice side) {}

    @Override
    public boolean hasSides() {
        return false;
    }

    @Override
    public void key(KeyEvent key) {
        var answer = Habit.meaning(KEYS, key);
        if (answer == null) return;
        choose(answer);
        key.consume();
    }

    @Override
    public void focus() {
        radios.values().iterator().next().requestFocus();
    }

    private void choose(Review.GoneAnswer answer) {
        var radio = Objects.requireNonNull(radios.get(answer));
        if (radio.isDisabled()) return;
        radio.setSelected(true);
        radio.requestFocus();
    }

    private Review.GoneAnswer chosen() {
        return (Review.GoneAnswer) group.getSelectedToggle().getUserData();
    }

    private Node card(Review.GoneAnswer answer) {
        var words = ctx.words();
        var radio = new RadioButton();
        radio.setId("gone-" + answer.name().toLowerCase(Locale.ROOT));
        radio.setToggleGroup(group);
        radio.setUserData(answer);
        radio.setDisable(!ctx.operator().role().mayDecide());
        radios.put(answer, radio);
        var title = new Label(words.say(key(answer)));
        title.getStyleClass().add("strong");
        var what = new Label(words.say(key(answer) + ".means"));
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        radio.setAccessibleText(title.getText());
        radio.setAccessibleHelp(what.getText());
        var texts = new VBox(title, what);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var card = new HBox(radio, texts);
        card.getStyleClass().addAll("choice-cell", "gone-card");
        card.setOnMouseClicked(_ -> choose(answer));
        return card;
    }

    private static String key(Review.GoneAnswer answer) {
        return "review.gone." + answer.name().toLowerCase(Locale.ROOT);
    }
}
