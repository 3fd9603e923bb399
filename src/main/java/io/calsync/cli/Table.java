package io.calsync.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Rows with aligned columns. Cells of several lines or great length are cut, so that a row stays a line; the last column
/// may be long.
final class Table {
    private static final int LONGEST = 40;
    private static final int LONGEST_LAST = 200;
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    Table(List<String> heads) {
        rows.add(heads);
    }

    void add(String... cells) {
        int last = cells.length - 1;
        rows.add(IntStream.rangeClosed(0, last).mapToObj(i -> cut(cells[i], i == last ? LONGEST_LAST : LONGEST))
                .toList());
    }

    List<String> lines() {
        int columns = rows.getFirst().size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(row.get(i)).append(" ".repeat(widths[i] - width(row.get(i)))).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String text, int longest) {
        String line = text.lines().findFirst().orElse("");
        boolean whole = line.equals(text) && width(line) <= longest;
        return whole ? line : line.substring(0, line.offsetByCodePoints(0, Math.min(width(line), longest - 1))) + "…";
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
