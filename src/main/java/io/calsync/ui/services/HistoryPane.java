package io.calsync.ui.services;

import io.calsync.sync.AuditEntry;
import io.calsync.sync.Journal;
import io.calsync.ui.kit.EntryText;
import io.calsync.ui.kit.UiContext;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// What happened to one service, newest first.
final class HistoryPane {
    private static final int SHOWN = 100;

    private final UiContext ui;
    private final EntryText text;
    private final VBox list = new VBox();
    private final ScrollPane root = new ScrollPane(list);
    private long wanted;

    HistoryPane(UiContext ui) {
        this.ui = ui;
        this.text = new EntryText(ui.words());
        list.setId("service-history");
        list.getStyleClass().add("details-body");
        root.setFitToWidth(true);
        root.getStyleClass().add("details-scroll");
    }

    Parent root() {
        return root;
    }

    void show(long serviceId) {
        wanted = serviceId;
        ui.background()
                .call(() -> ui.sync().history().entries(Journal.Query.ofService(serviceId, SHOWN)))
                .result(entries -> {
                    if (wanted == serviceId) show(entries);
                })
                .start();
    }

    private void show(List<AuditEntry> entries) {
        var told = entries.stream().filter(Predicate.not(entry -> text.changes(entry).isEmpty())).map(this::entry)
                .toList();
        list.getChildren().setAll(told);
        if (told.isEmpty()) list.getChildren().add(muted(ui.words().say("details.history.none")));
    }

    private Node entry(AuditEntry entry) {
        var head = new Label(text.kind(entry.cause().source()));
        head.getStyleClass().add("strong");
        var box = new VBox(head);
        for (String change : text.changes(entry)) box.getChildren().add(wrapped(change));
        if (!entry.cause().note().isEmpty()) box.getChildren().add(wrapped("“" + entry.cause().note() + "”"));
        var words = ui.words();
        box.getChildren().add(muted(
                words.say("details.history.who", words.times().exact(entry.at()), entry.cause().operator().name())));
        box.getStyleClass().add("history-entry");
        return box;
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private static Label muted(String text) {
        var label = wrapped(text);
        label.getStyleClass().add("muted");
        return label;
    }
}
