package io.calsync.ui.services;

import io.calsync.domain.SyncStatus;
import io.calsync.ui.kit.Facet;
import io.calsync.ui.kit.Filter;
import io.calsync.ui.kit.Words;
import java.util.Locale;

/// The views that are always there. A person can save a changed one under a name of their own.
enum BuiltInView {
    ALL(Filter.NONE),
    NEEDS_REVIEW(Filter.of(Facet.STATUS, SyncStatus.CONFLICT.name())),
    ERRORS(Filter.of(Facet.STATUS, SyncStatus.ERROR.name())),
    NOT_BOOKABLE(Filter.of(Facet.BOOKABLE, Facet.NO));

    private final Filter filter;

    BuiltInView(Filter filter) {
        this.filter = filter;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    SavedView view(Words words) {
        return new SavedView(words.say("view." + id()), "", filter, Layout.DEFAULT);
    }
}
