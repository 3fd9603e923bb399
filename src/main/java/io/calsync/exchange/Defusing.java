package io.calsync.exchange;

import java.util.regex.Pattern;

/// Keeps a spreadsheet from taking a text of a CSV file for a formula: such a text gets an apostrophe before it, and loses
/// it again when the file is read. Apostrophes that were there stay apart from ours, so no text is changed by the way there
/// and back.
final class Defusing {
    private static final Pattern DANGEROUS = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);

    private Defusing() {}

    static String defused(String text) {
        return DANGEROUS.matcher(text).matches() ? "'" + text : text;
    }

    static String undone(String cell) {
        return cell.startsWith("'") && DANGEROUS.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
