package io.calsync.ui.services;

import io.calsync.domain.Company;
import io.calsync.domain.Field;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Folded;
import java.text.CollationKey;
import java.text.Collator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Works out the rows of the table, many on all processors. Safe on any threads.
final class RowMaker {
    private final Map<Long, String> companies = new HashMap<>();
    private final Map<String, String> branches = new HashMap<>();
    // Places and categories repeat, and a key costs more than all else in a row.
    private final Map<String, CollationKey> orders = new ConcurrentHashMap<>();
    // Its keys are made by one thread at a time (a synchronized method), the rest of a row is not.
    private final Collator collator;

    RowMaker(List<Company> companies, Locale locale) {
        this.collator = Collator.getInstance(locale);
        for (Company company : companies) {
            this.companies.put(company.id(), company.name());
            for (var branch : company.branches()) branches.put(branch.id(), branch.name());
        }
    }

    List<RowData> of(List<ServiceView> views) {
        return views.parallelStream().map(this::of).toList();
    }

    RowData of(ServiceView view) {
        var outlook = view.outlook();
        String company = companies.getOrDefault(view.service().companyId(), "");
        String branch = branches.getOrDefault(view.service().branchId(), "");
        String category = view.values().text(Field.CATEGORY);
        return new RowData(
                view,
                company,
                branch,
                outlook.status(),
                outlook.bookable(),
                searched(view, company, branch, category),
                collator.getCollationKey(view.name()),
                order(company + " " + branch),
                order(category));
    }

    private CollationKey order(String repeated) {
        return orders.computeIfAbsent(repeated, collator::getCollationKey);
    }

    private static String searched(ServiceView view, String company, String branch, String category) {
        long eventTypeId = view.row().link().eventTypeId();
        // Line ends keep a word from being found across two texts.
        return Folded.of(String.join(
                "\n",
                view.name(),
                view.values().text(Field.DESCRIPTION),
                category,
                eventTypeId == 0 ? "" : "#" + eventTypeId,
                company,
                branch));
    }
}
