package io.calsync.ui.services;

import io.calsync.exchange.FileFormat;
import io.calsync.exchange.ListFile;
import io.calsync.exchange.TrailPaper;
import io.calsync.sync.AuditEntry;
import io.calsync.sync.Journal;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.EntryText;
import io.calsync.ui.kit.UiContext;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
        var told = entries.stream().filter(Predicate.not(entry -> text.changes(entry).isEmpty())).toList();
        list.getChildren().setAll(told.stream().map(this::entry).toList());
        if (!told.isEmpty()) list.getChildren().addFirst(Action.PRINT_TRAIL.button(ui.words(), () -> print(told)));
        if (told.isEmpty()) list.getChildren().add(muted(ui.words().say("details.history.none")));
    }

    private void print(List<AuditEntry> told) {
        var words = ui.words();
        String name = told.getFirst().service();
        var entries = told.stream().map(entry -> new TrailPaper.Entry(text.kind(entry.cause().source()), who(entry),
                Stream.concat(text.changes(entry).stream(), note(entry)).toList())).toList();
        var paper = new TrailPaper(words.say("trail.title", name), words.texts().count("trail.count", told.size()),
                entries);
        ui.files().save(root.getScene().getWindow(), words.say(Action.PRINT_TRAIL.key()),
                words.say("trail.file", wanted) + FileFormat.PDF.ending(), List.of(FileFormat.PDF.ending()))
                .ifPresent(file -> ui.background()
                        .run(() -> new ListFile(words.texts(), words.times(), ui.clock().instant()).write(paper, file))
                        .result(_ -> ui.notices().done(words.say("trail.written", file.getFileName())))
                        .start());
    }

    private String who(AuditEntry entry) {
        var words = ui.words();
        return words.say("details.history.who", words.times().exact(entry.at()), entry.cause().operator().name());
    }

    private Stream<String> note(AuditEntry entry) {
        return Stream.of(entry.cause().note()).filter(note -> !note.isEmpty())
                .map(note -> ui.words().say("value.quoted", note));
    }

    private Node entry(AuditEntry entry) {
        var head = new Label(text.kind(entry.cause().source()));
        head.getStyleClass().add("strong");
        var box = new VBox(head);
        for (String change : text.changes(entry)) box.getChildren().add(wrapped(change));
        note(entry).forEach(note -> box.getChildren().add(wrapped(note)));
        box.getChildren().add(muted(who(entry)));
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
