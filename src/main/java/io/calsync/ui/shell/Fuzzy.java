package io.calsync.ui.shell;

import io.calsync.ui.kit.Folded;
import java.util.List;
import java.util.regex.Pattern;

/// How well texts answer to what was typed: every typed word has to be found, at the beginning of a word best, at least
/// with all its letters in their order.
record Fuzzy(List<String> words) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int BEGINS_TEXT = 4;
    private static final int BEGINS_WORD = 3;
    private static final int WITHIN = 2;
    private static final int SCATTERED = 1;

    static Fuzzy of(String typed) {
        return new Fuzzy(BLANKS.splitAsStream(Folded.of(typed)).filter(word -> !word.isEmpty()).toList());
    }

    /// The better, the higher; 0 where a word is not found.
    int score(String text) {
        String folded = Folded.of(text);
        int sum = 1;
        for (String word : words) {
            int found = score(word, folded);
            if (found == 0) return 0;
            sum += found;
        }
        return sum;
    }

    private static int score(String word, String text) {
        int at = text.indexOf(word);
        if (at == 0) return BEGINS_TEXT;
        for (int next = at; next > 0; next = text.indexOf(word, next + 1))
            if (!Character.isLetterOrDigit(text.charAt(next - 1))) return BEGINS_WORD;
        if (at > 0) return WITHIN;
        return scattered(word, text) ? SCATTERED : 0;
    }

    private static boolean scattered(String word, String text) {
        int from = -1;
        for (int i = 0; i < word.length(); i++) {
            from = text.indexOf(word.charAt(i), from + 1);
            if (from < 0) return false;
        }
        return true;
    }
}
