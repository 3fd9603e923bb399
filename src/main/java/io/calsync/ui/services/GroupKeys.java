package io.calsync.ui.services;

import io.calsync.ui.kit.Habit;
import io.calsync.ui.kit.Words;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;

/// Opens and closes groups: by a click on the head, by Enter and Space on it, and by Left and Right as in a tree.
final class GroupKeys {
    private final TableView<ServiceRow> table;
    private final ServiceTable model;
    private final Words words;

    GroupKeys(TableView<ServiceRow> table, ServiceTable model, Words words) {
        this.words = words;
        this.table = table;
        this.model = model;
    }

    void install() {
        table.setRowFactory(_ -> new ServiceLine(words, this::turn));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent key) {
        if (key.getTarget() != table || model.selection().get().grouping() == Grouping.NONE) return;
        int place = table.getFocusModel().getFocusedIndex();
        if (place < 0 || place >= table.getItems().size()) return;
        if (table.getItems().get(place) instanceof GroupRow row) onHead(row.head(), place, key);
        else
            if (Habit.CLOSE_GROUP.is(key)) goTo(headAbove(place), key);
            else if (Habit.OPEN_GROUP.is(key)) key.consume();
    }

    private void onHead(GroupRow.Head head, int place, KeyEvent key) {
        if (Habit.CLOSE_GROUP.is(key)) turn(head, !head.closed(), key);
        else if (Habit.OPEN_GROUP.is(key) && !head.closed()) goTo(place + 1, key);
        else if (Habit.OPEN_GROUP.is(key) || Habit.TURN_GROUP.is(key)) turn(head, true, key);
    }

    private int headAbove(int place) {
        int above = place;
        while (above > 0 && !(table.getItems().get(above) instanceof GroupRow)) above--;
        return above;
    }

    private void goTo(int place, KeyEvent key) {
        table.getSelectionModel().clearAndSelect(place);
        table.scrollTo(Math.max(0, place - 1));
        key.consume();
    }

    private void turn(GroupRow.Head head, boolean really, KeyEvent key) {
        key.consume();
        if (really) turn(head);
    }

    private void turn(GroupRow.Head head) {
        model.select(now -> now.toggled(head.value()));
    }
}
