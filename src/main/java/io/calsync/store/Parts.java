package io.calsync.store;

import java.util.ArrayList;
import java.util.List;

/// Cuts a list into parts of as many values as one statement may name.
final class Parts {
    private static final int SIZE = 500;

    private Parts() {}

    static <T> List<List<T>> of(List<T> all) {
        var parts = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += SIZE)
            parts.add(all.subList(from, Math.min(all.size(), from + SIZE)));
        return parts;
    }
}
