package io.calsync.ui.services;

import io.calsync.ui.kit.Folded;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// What a person typed into the search: every word must be there, in any order, accents and capitals aside.
record Search(List<String> words) {
    static final Search NOTHING = new Search(List.of());

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    static Search of(String typed) {
        var words = Arrays.stream(BLANKS.split(Folded.of(typed))).filter(word -> !word.isEmpty()).toList();
        return new Search(words);
    }

    boolean matches(RowData row) {
        for (String word : words) if (!row.search().contains(word)) return false;
        return true;
    }
}
