package io.calsync.ui.review;

import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.sync.ServiceView;
import io.calsync.sync.Skipped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one choice would decide in many services at once.
///
/// @param services those that would be decided
/// @param fields   how many decisions that is, by field
/// @param each     every decision of it
/// @param skipped  services left out although the filter means them
record Bulk(List<ServiceView> services, Map<Field, Integer> fields, List<Decision> each,
        List<Skipped> skipped) {

    /// @param field     null = every open field
    /// @param companyId 0 = of every company
    static Bulk of(List<ServiceView> waiting, @Nullable Field field, long companyId, Choice choice) {
        var meant = fields(field);
        var bulk = new Bulk(new ArrayList<>(), new EnumMap<>(Field.class), new ArrayList<>(), new ArrayList<>());
        for (ServiceView view : waiting) {
            if (companyId != 0 && view.service().companyId() != companyId) continue;
            bulk.add(view, Question.of(view).stream().filter(question -> meant.contains(question.field())).toList(),
                    choice);
        }
        return bulk;
    }

    /// The fields that a filter by one field, or by none, means.
    static Set<Field> fields(@Nullable Field field) {
        return field == null ? Field.synced() : EnumSet.of(field);
    }

    /// One service's field that would be decided.
    record Decision(ServiceView view, Field field) {}

    /// How many decisions it takes.
    int decisions() {
        return fields.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void add(ServiceView view, List<Question> questions, Choice choice) {
        var available = questions.stream().filter(question -> question.offers(choice)).toList();
        if (!available.isEmpty()) services.add(view);
        for (Question question : available) {
            fields.merge(question.field(), 1, Integer::sum);
            each.add(new Decision(view, question.field()));
        }
        questions.stream().map(question -> question.unavailable().get(choice)).filter(Objects::nonNull).findFirst()
                .ifPresent(why -> skipped.add(new Skipped(view.id(), view.name(), why)));
    }
}
