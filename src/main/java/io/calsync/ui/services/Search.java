package io.calsync.ui.services;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a person typed into the search: every word must be there, in any order, accents and capitals aside.
record Search(List<String> words) {
    static final Search NOTHING = new Search(List.of());

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    static Search of(String typed) {
        var words = Arrays.stream(BLANKS.split(fold(typed))).filter(word -> !word.isEmpty()).toList();
        return new Search(words);
    }

    /// So that "fohnen" finds "Föhnen".
    static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    boolean matches(RowData row) {
        for (String word : words) if (!row.search().contains(word)) return false;
        return true;
    }
}
