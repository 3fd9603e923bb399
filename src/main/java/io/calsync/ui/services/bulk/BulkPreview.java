package io.calsync.ui.services.bulk;

import io.calsync.domain.BulkEdit;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Patch;
import io.calsync.sync.Editing;
import io.calsync.sync.Problem;
import io.calsync.sync.ServiceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a change would make of the services.
///
/// @param refused   services whose value would be beyond a limit, or was not saved
/// @param unchanged how many hold the new value already
record BulkPreview(Field field, List<Line> changes, List<Line> refused, int unchanged) {
    /// @param after what it becomes, null where it stays
    /// @param why   why it is refused or unusual, null where it is neither
    record Line(ServiceView view, @Nullable Object after, @Nullable Message why) {}

    static BulkPreview nothing(Field field) {
        return new BulkPreview(field, List.of(), List.of(), 0);
    }

    static BulkPreview of(List<ServiceView> services, Field field, BulkEdit edit) {
        var changes = new ArrayList<Line>();
        var refused = new ArrayList<Line>();
        for (ServiceView view : services) {
            switch (edit.on(field, view.service())) {
                case BulkEdit.Becomes(Object after) ->
                        changes.add(new Line(view, after, field.type().unusual(after).orElse(null)));
                case BulkEdit.Refused(Message why) -> refused.add(new Line(view, null, why));
                case BulkEdit.Same _ -> {}
            }
        }
        return new BulkPreview(field, changes, refused, services.size() - changes.size() - refused.size());
    }

    List<Editing.Edit> edits() {
        var edits = new ArrayList<Editing.Edit>();
        for (Line line : changes) {
            if (line.after != null)
                edits.add(new Editing.Edit(line.view.id(), line.view.values(),
                        Patch.of(field, line.after)));
        }
        return edits;
    }

    /// What is left of it after it was carried out: the lines that were not taken.
    BulkPreview without(Map<Long, Problem> problems) {
        var refusals = new ArrayList<Line>();
        for (Line line : changes) {
            if (problems.get(line.view.id()) instanceof Problem problem)
                refusals.add(new Line(line.view, null, problem.message()));
        }
        refusals.addAll(refused);
        return new BulkPreview(field, List.of(), refusals, unchanged);
    }
}
