package io.calsync.ui.services;

import io.calsync.domain.Field;
import io.calsync.domain.Money;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Folded;
import java.text.CollationKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One service with everything worked out that showing, searching and sorting need, so that none of it is done again for
/// each of a hundred thousand comparisons.
///
/// @param company name of the company
/// @param branch  name of the branch, "" for a service of the whole company
/// @param search  all that the search looks at, [Folded]
/// @param byName  orders by name as the person's language does
/// @param byPlace orders by company, then branch
/// @param byCategory orders by category
record RowData(
        ServiceView view,
        String company,
        String branch,
        SyncStatus status,
        boolean bookable,
        String search,
        CollationKey byName,
        CollationKey byPlace,
        CollationKey byCategory) {
    long id() {
        return view.id();
    }

    String category() {
        return view.values().text(Field.CATEGORY);
    }

    /// Company and branch as one text.
    String place() {
        return branch.isEmpty() ? company : company + " / " + branch;
    }

    /// Minutes, -1 where there is no value.
    long minutes(Field field) {
        return view.values().has(field) ? (Long) view.values().get(field) : -1;
    }

    /// In the smallest unit of its currency, -1 where there is no value.
    long price() {
        return view.values().has(Field.PRICE) ? ((Money) view.values().get(Field.PRICE)).minor() : -1;
    }

    long eventTypeId() {
        return view.row().link().eventTypeId();
    }

    @Nullable
    Instant lastSync() {
        return view.row().times().lastSync();
    }
}
