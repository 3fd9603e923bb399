package io.calsync.ui.review;

import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.domain.Link;
import io.calsync.domain.Message;
import io.calsync.sync.Review;
import io.calsync.sync.ServiceView;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/// What a person is deciding about one service: the questions on the values that were shown, and the choices so far.
/// UI thread only.
final class DecisionModel {
    private final ObservableMap<Field, Choice> choices = FXCollections.observableMap(new EnumMap<>(Field.class));
    private ServiceView view;
    private List<Question> questions;
    private Map<String, Object> current = Map.of();

    DecisionModel(ServiceView view) {
        this.view = view;
        this.questions = Question.of(view);
    }

    ServiceView view() {
        return view;
    }

    List<Question> questions() {
        return questions;
    }

    /// The choices so far, by field.
    ObservableMap<Field, Choice> choices() {
        return choices;
    }

    /// Whether the question is what becomes of a service whose event type is deleted at Cal.com.
    boolean gone() {
        return view.row().link().state() == Link.State.GONE;
    }

    /// The linked fields on which there is nothing to decide.
    Set<Field> agreeing() {
        var fields = EnumSet.noneOf(Field.class);
        fields.addAll(view.outlook().states().keySet());
        questions.forEach(question -> fields.remove(question.field()));
        return fields;
    }

    /// Takes a choice for a field; one that is not available there changes nothing.
    void choose(Question question, Choice choice) {
        if (question.offers(choice)) choices.put(question.field(), choice);
    }

    /// Takes one side wherever it can be had.
    void chooseAll(Choice side) {
        for (Question question : questions) {
            var choice = question.towards(side);
            if (choice != null) choices.put(question.field(), choice);
        }
    }

    /// What would be written where by the choices so far.
    List<Message> preview() {
        return Review.preview(view, choices, current);
    }

    /// Takes in the event type as it is now, by which a preview says what else is changed there.
    void current(Map<String, Object> eventType) {
        current = eventType;
    }

    /// Goes on with a newer state of the service. Choices stay where the same is asked on the same values.
    ///
    /// @return what is new, one sentence each; empty where nothing that was shown has moved
    List<Message> renew(ServiceView newer) {
        var news = News.between(view, newer);
        var before = questions;
        view = newer;
        questions = Question.of(newer);
        var still = EnumSet.noneOf(Field.class);
        for (Question question : questions) if (before.contains(question)) still.add(question.field());
        choices.keySet().removeIf(field -> !still.contains(field));
        return news;
    }

    Map<Field, Choice> chosen() {
        return Map.copyOf(choices);
    }
}
