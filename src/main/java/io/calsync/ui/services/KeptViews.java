package io.calsync.ui.services;

import java.util.ArrayList;
import java.util.List;

/// The views of a workspace as they outlast a window.
///
/// @param views  those that people saved, by name
/// @param chosen name of one of them, or id of a [BuiltInView]
/// @param layout how the table stood last
record KeptViews(List<SavedView> views, String chosen, Layout layout) {
    static final KeptViews NONE = new KeptViews(List.of(), BuiltInView.ALL.id(), Layout.DEFAULT);

    KeptViews {
        views = views.stream().sorted((a, b) -> a.name().compareToIgnoreCase(b.name())).toList();
    }

    /// A file for others.
    ///
    /// @param views at least one
    static KeptViews of(List<SavedView> views) {
        return new KeptViews(views, views.getFirst().name(), views.getFirst().layout());
    }

    /// Puts a view in the place of the one that has its name, or adds it.
    KeptViews with(SavedView view) {
        var changed = new ArrayList<>(without(view.name()).views);
        changed.add(view);
        return new KeptViews(changed, chosen, layout);
    }

    KeptViews without(String name) {
        return new KeptViews(views.stream().filter(view -> !view.name().equals(name)).toList(), chosen, layout);
    }

    KeptViews shown(String newChosen, Layout newLayout) {
        return new KeptViews(views, newChosen, newLayout);
    }
}
