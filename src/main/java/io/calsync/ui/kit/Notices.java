package io.calsync.ui.kit;

import io.calsync.sync.Problem;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The problem or message that the window's banner shows at present. UI thread only.
public final class Notices {
    private final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> done = new SimpleObjectProperty<>();
    private final ObjectProperty<List<String>> told = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<@Nullable Action> offered = new SimpleObjectProperty<>();

    public void show(Problem newProblem) {
        problem.set(newProblem);
    }

    /// Says in the status bar what was just done, in words.
    public void done(String sentence) {
        offered.set(null);
        done.set(sentence);
    }

    /// The same with what can be done about it beside it.
    ///
    /// @param way [Action#UNDO_STEP], [Action#REDO_STEP] or [Action#UNLINKED]
    public void done(String sentence, Action way) {
        offered.set(way);
        done.set(sentence);
    }

    /// Says something that a person should have the time to read, until they close it.
    ///
    /// @param sentences the first stands out; empty = nothing any more
    public void tell(List<String> sentences) {
        told.set(List.copyOf(sentences));
    }

    public ReadOnlyObjectProperty<List<String>> told() {
        return told;
    }

    public ObjectProperty<@Nullable Problem> problem() {
        return problem;
    }

    public ObjectProperty<@Nullable String> done() {
        return done;
    }

    /// What is offered beside the message, null = nothing.
    public ObjectProperty<@Nullable Action> offered() {
        return offered;
    }
}
