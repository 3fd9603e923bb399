package io.calsync.ui.review;

import io.calsync.domain.Choice;
import io.calsync.ui.kit.Icons;
import io.calsync.ui.kit.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One question: the field, what was last agreed on, and both sides to choose from. A choice that is not there says why.
final class QuestionRow extends Sides {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Question question;
    private final Words words;
    private final Map<Choice, RadioButton> radios = new EnumMap<>(Choice.class);
    private final ToggleGroup group = new ToggleGroup();
    private final Consumer<Choice> choose;

    /// @param choose hears of the person's choice
    QuestionRow(Question question, Words words, boolean mayDecide, Consumer<Choice> choose) {
        this.question = question;
        this.words = words;
        this.choose = choose;
        setId("question-" + question.field().key());
        getStyleClass().add("question-row");
        var texts = SideTexts.of(question, words);
        var base = new MarkedText(texts.base(), MarkedText.Mark.DROPPED);
        base.getStyleClass().add("question-base");
        var platform = cell(Choice.PLATFORM, new MarkedText(texts.platform(), MarkedText.Mark.ADDED));
        if (question.offers(Choice.ACCEPT)) {
            var accept = new Label(words.say("review.accept"));
            accept.setWrapText(true);
            accept.setMinHeight(USE_PREF_SIZE);
            platform = new VBox(platform, cell(Choice.ACCEPT, accept));
            platform.getStyleClass().add("choice-pair");
        }
        var calcom = cell(Choice.CALCOM, new MarkedText(texts.calcom(), MarkedText.Mark.ADDED));
        show(List.of("", words.say("review.column.base"), words.say("review.column.platform"),
                words.say("review.column.calcom")), List.of(head(), base, platform, calcom));
        if (!mayDecide) radios.values().forEach(radio -> radio.setDisable(true));
    }

    Question question() {
        return question;
    }

    /// Shows which choice is taken, null for none.
    void show(@Nullable Choice choice) {
        radios.forEach((side, radio) -> {
            radio.setSelected(side == choice);
            radio.getParent().pseudoClassStateChanged(CHOSEN, side == choice);
        });
    }

    /// Puts the focus on the choice taken, or on the first that can be taken.
    void focus() {
        var target = group.getSelectedToggle() instanceof RadioButton chosen ? chosen : radios.values().stream()
                .filter(radio -> !radio.isDisabled())
                .findFirst()
                .orElseThrow();
        target.requestFocus();
    }

    /// Whether at least one choice can be taken.
    boolean open() {
        return radios.values().stream().anyMatch(radio -> !radio.isDisabled());
    }

    boolean holdsFocus() {
        return isFocusWithin();
    }

    private Node head() {
        var label = new Label(words.texts().label(question.field()));
        label.getStyleClass().add("strong");
        var head = new VBox(label);
        head.getStyleClass().add("question-head");
        if (question.why() != null) head.getChildren().add(muted(words.say(question.why())));
        return head;
    }

    private VBox cell(Choice choice, Node content) {
        var radio = radio(choice);
        var texts = new VBox(content);
        texts.getStyleClass().add("choice-texts");
        HBox.setHgrow(texts, Priority.ALWAYS);
        var line = new HBox(radio, texts);
        line.getStyleClass().add("choice-cell");
        line.setOnMouseClicked(_ -> {
            if (radio.isDisabled()) return;
            radio.requestFocus();
            choose.accept(choice);
        });
        var why = question.unavailable().get(choice);
        if (why != null) {
            String reason = words.sayValue(why);
            texts.getChildren().add(reason(choice, reason));
            radio.setDisable(true);
            radio.setAccessibleHelp(reason);
            Tooltip.install(line, new Tooltip(reason));
        }
        return new VBox(line);
    }

    private RadioButton radio(Choice choice) {
        var radio = new RadioButton();
        String key = choice.name().toLowerCase(Locale.ROOT);
        radio.setId("choose-" + key + "-" + question.field().key());
        radio.setToggleGroup(group);
        Object value = choice == Choice.CALCOM ? question.calcom() : question.platform();
        radio.setAccessibleText(words.say("review.choose." + key, words.texts().label(question.field()),
                words.values().show(question.field(), value)));
        radio.setOnAction(_ -> choose.accept(choice));
        radios.put(choice, radio);
        return radio;
    }

    private Label reason(Choice choice, String text) {
        var label = muted(text);
        label.setId("reason-" + choice.name().toLowerCase(Locale.ROOT) + "-" + question.field().key());
        label.setGraphic(Icons.of(Feather.INFO));
        return label;
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("muted", "small");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
