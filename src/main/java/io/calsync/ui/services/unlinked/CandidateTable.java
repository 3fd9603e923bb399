package io.calsync.ui.services.unlinked;

import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.ui.kit.Folded;
import io.calsync.ui.kit.Habit;
import io.calsync.ui.kit.TextColumn;
import io.calsync.ui.kit.Words;
import io.calsync.ui.kit.WrappedCell;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Unlinked event types with a mark each, and what is to be known of them before they become services.
final class CandidateTable extends TableView<Candidate> {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final Words words;
    private final Runnable changed;
    private final ObservableList<Candidate> all = FXCollections.observableArrayList();
    private final FilteredList<Candidate> shown = new FilteredList<>(all);

    /// @param changed called whenever other ones are marked
    CandidateTable(Words words, Runnable changed) {
        this.words = words;
        this.changed = changed;
        setId("unlinked-table");
        setAccessibleText(words.say("unlinked.title"));
        setPrefSize(930, 300);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new ProgressIndicator());
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setRowFactory(_ -> new Row());
        getColumns().add(marks());
        add("unlinked.name", 190, Candidate::name);
        add("unlinked.duration", 105, type -> shown(type, Field.DURATION));
        add("unlinked.price", 125, type -> shown(type, Field.PRICE));
        add("unlinked.id", 105, type -> "#" + type.id());
        add("unlinked.slug", 135, type -> type.eventType().values().text(Field.SLUG));
        add("unlinked.note", 225, type -> type.note(words)).setCellFactory(_ -> new WrappedCell<>());
        setItems(shown);
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (!Habit.MARK.is(key)) return;
            turn();
            key.consume();
        });
    }

    /// Shows them, marked as they were.
    ///
    /// @param obstacles by id, why one cannot become a service
    void show(List<EventType> eventTypes, Map<Long, Message> obstacles) {
        var before = marked();
        setPlaceholder(new Label(words.say(eventTypes.isEmpty() ? "unlinked.none" : "unlinked.none-found")));
        all.setAll(eventTypes.stream().map(type -> candidate(type, obstacles.get(type.id()), before)).toList());
        getSelectionModel().selectFirst();
        changed.run();
    }

    void search(String typed) {
        String folded = Folded.of(typed.strip());
        shown.setPredicate(type -> type.matches(folded));
        getSelectionModel().selectFirst();
    }

    /// Marks those that are shown, or takes their marks away.
    void markAll(boolean wanted) {
        shown.forEach(type -> type.mark(wanted));
    }

    /// Whether all that are shown and can be are marked, and there are any.
    boolean allMarked() {
        var possible = shown.stream().filter(Candidate::importable).toList();
        return !possible.isEmpty() && possible.stream().allMatch(type -> type.marked().get());
    }

    List<Candidate> candidates() {
        return all;
    }

    /// Ids of those that are marked, be they shown or not.
    Set<Long> marked() {
        return all.stream().filter(type -> type.marked().get()).map(Candidate::id).collect(Collectors.toSet());
    }

    private Candidate candidate(EventType type, @Nullable Message obstacle, Set<Long> before) {
        var candidate = new Candidate(type, obstacle);
        candidate.mark(before.contains(type.id()));
        candidate.marked().addListener(_ -> changed.run());
        return candidate;
    }

    /// Marks the chosen lines; where all of them are marked, takes the marks away.
    private void turn() {
        var chosen = getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull)
                .filter(Candidate::importable).toList();
        boolean wanted = !chosen.stream().allMatch(type -> type.marked().get());
        chosen.forEach(type -> type.mark(wanted));
    }

    private TableColumn<Candidate, Candidate> marks() {
        var column = new TableColumn<Candidate, Candidate>();
        column.setMinWidth(40);
        column.setMaxWidth(40);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new Mark());
        return column;
    }

    private TableColumn<Candidate, String> add(String key, double width, Function<Candidate, String> text) {
        var column = new TextColumn<>(words.say(key), width, text);
        column.setSortable(false);
        getColumns().add(column);
        return column;
    }

    private String shown(Candidate type, Field field) {
        return words.values().show(field, type.eventType().values().raw(field));
    }

    private static final class Row extends TableRow<Candidate> {
        @Override
        protected void updateItem(@Nullable Candidate type, boolean empty) {
            super.updateItem(type, empty);
            pseudoClassStateChanged(REFUSED, type != null && !type.importable());
        }
    }

    /// The table itself takes the keys.
    private static final class Mark extends TableCell<Candidate, Candidate> {
        private final CheckBox box = new CheckBox();
        private @Nullable Candidate marks;

        Mark() {
            box.setFocusTraversable(false);
        }

        @Override
        protected void updateItem(@Nullable Candidate type, boolean empty) {
            super.updateItem(type, empty);
            if (marks != null) box.selectedProperty().unbindBidirectional(marks.marked());
            marks = empty ? null : type;
            setGraphic(content());
        }

        private @Nullable Node content() {
            if (marks == null) return null;
            box.selectedProperty().bindBidirectional(marks.marked());
            box.setDisable(!marks.importable());
            box.setAccessibleText(marks.name());
            return box;
        }
    }
}
