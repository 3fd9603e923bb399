package io.calsync.ui.review;

import io.calsync.domain.Field;
import io.calsync.domain.Link;
import io.calsync.domain.Message;
import io.calsync.domain.SyncStatus;
import io.calsync.domain.Verdict;
import io.calsync.sync.ServiceView;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// What waits for a person, grouped by what happened.
final class Inbox {
    private Inbox() {}

    /// A line of the inbox.
    sealed interface Line {
        /// Begins a group.
        record Heading(Message text, int count) implements Line {}

        /// @param open the fields to decide, empty where the event type is deleted
        record Item(ServiceView view, List<Field> open) implements Line {}
    }

    /// Where a service stands in the inbox: groups in the order of `rank`.
    private record Group(int rank, Message text) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            return Integer.compare(rank, other.rank);
        }
    }

    /// All lines, each group behind its heading and sorted by name.
    ///
    /// @param locale by whose rules names are sorted
    static List<Line> of(Collection<ServiceView> services, Locale locale) {
        var groups = new TreeMap<Group, List<Line.Item>>();
        for (ServiceView view : services) {
            if (view.status() != SyncStatus.CONFLICT) continue;
            var item = item(view);
            groups.computeIfAbsent(group(item), _ -> new ArrayList<>()).add(item);
        }
        var byName = Comparator.comparing((Line.Item item) -> item.view().name(), Collator.getInstance(locale));
        var lines = new ArrayList<Line>();
        groups.forEach((group, items) -> {
            items.sort(byName);
            lines.add(new Line.Heading(group.text, items.size()));
            lines.addAll(items);
        });
        return List.copyOf(lines);
    }

    private static Line.Item item(ServiceView view) {
        return new Line.Item(view, Question.of(view).stream().map(Question::field).toList());
    }

    private static Group group(Line.Item item) {
        if (item.view().row().link().state() == Link.State.GONE) return new Group(0, Message.of("review.group.gone"));
        boolean first = item.open().stream().allMatch(field -> item.view().row().verdict(field) == Verdict.FIRST_LINK);
        if (first) return new Group(1, Message.of("review.group.first"));
        if (item.open().size() > 1) return new Group(2, Message.of("review.group.several"));
        var field = item.open().getFirst();
        String key = field == Field.PRICE ? "review.group.price" : "review.group.field";
        return new Group(3 + field.ordinal(), Message.of(key, field));
    }
}
