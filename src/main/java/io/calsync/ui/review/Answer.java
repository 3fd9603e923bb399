package io.calsync.ui.review;

import io.calsync.domain.Choice;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Background;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/// The part of the decision pane in which a person answers: field by field, or what becomes of a deleted event type.
interface Answer {
    Node node();

    /// How many decisions are taken so far.
    int decisions();

    /// What would happen, one sentence each.
    List<String> preview();

    /// Carries the decisions out.
    Background.Work<ServiceView> deed(String note);

    /// Takes one side wherever it can be had.
    void chooseAll(Choice side);

    /// Whether taking one side for all makes sense here.
    boolean hasSides();

    /// Handles a key of the pane; consumes it if it means something here.
    void key(KeyEvent key);

    /// Puts the focus on the first thing to answer.
    void focus();
}
