package io.calsync.ui.services;

import io.calsync.domain.Company;
import io.calsync.domain.SyncStatus;
import io.calsync.ui.kit.Facet;
import io.calsync.ui.kit.Filter.Range;
import io.calsync.ui.kit.Measure;
import io.calsync.ui.kit.StatusLook;
import io.calsync.ui.kit.UiContext;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/// Facets, measures and what they are narrowed to, in words.
record FacetText(UiContext ui) {
    String name(Facet facet) {
        return say(facet.key());
    }

    String name(Measure measure) {
        return ui.words().texts().label(measure.field());
    }

    String value(Facet facet, String value) {
        boolean yes = value.equals(Facet.YES);
        return switch (facet) {
            case STATUS -> say(StatusLook.of(SyncStatus.valueOf(value)).key());
            case BOOKABLE -> say(StatusLook.ofBookable(yes).key());
            case ACTIVE -> say(StatusLook.ofActive(yes).key());
            case ONLINE -> say(StatusLook.ofOnline(yes).key());
            case LINKED -> say(yes ? "facet.linked.yes" : "facet.linked.no");
            case OWN_POLICY -> say(yes ? "facet.own-policy.yes" : "facet.own-policy.no");
            case CHANGED -> say("recency." + value.toLowerCase(Locale.ROOT));
            case CATEGORY -> value.isEmpty() ? say("facet.category.none") : value;
            case COMPANY -> company(value);
            case BRANCH -> value.isEmpty() ? say("facet.branch.none") : branch(value);
        };
    }

    /// For example "Category: Färben, Styling".
    String narrowed(Facet facet, Collection<String> values) {
        String named = values.stream().map(value -> value(facet, value)).sorted().collect(Collectors.joining(", "));
        return say("filter.is", name(facet), named);
    }

    String narrowed(Measure measure, Range range) {
        return say("filter.is", name(measure), range(range));
    }

    private String range(Range range) {
        var from = range.from();
        var to = range.to();
        if (from == null) return to == null ? "" : say("filter.to", to);
        return to == null ? say("filter.from", from) : say("filter.from-to", from, to);
    }

    private String company(String id) {
        return ui.services().company(Long.parseLong(id)).map(Company::name).orElse(id);
    }

    private String branch(String id) {
        return ui.services().companies().stream()
                .flatMap(company -> company.branches().stream())
                .filter(branch -> branch.id().equals(id))
                .map(Company.Branch::name)
                .findFirst()
                .orElse(id);
    }

    private String say(String key, Object... args) {
        return ui.words().say(key, args);
    }
}
