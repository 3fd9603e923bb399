package io.calsync.ui.services;

import io.calsync.ui.kit.Filter;

/// What the services screen shows, under a name.
///
/// @param name   1 to [#LONGEST_NAME] characters, no blanks around it
/// @param search as a person typed it
record SavedView(String name, String search, Filter filter, Layout layout) {
    static final int LONGEST_NAME = 60;

    SavedView {
        if (!isName(name)) throw new IllegalArgumentException("name " + name);
        filter.values().forEach((facet, values) -> values.forEach(value -> {
            if (!facet.has(value)) throw new IllegalArgumentException(facet + " " + value);
        }));
    }

    static boolean isName(String name) {
        return !name.isBlank() && name.equals(name.strip()) && name.length() <= LONGEST_NAME;
    }

    SavedView named(String newName) {
        return new SavedView(newName, search, filter, layout);
    }

    SavedView with(Layout newLayout) {
        return new SavedView(name, search, filter, newLayout);
    }
}
