package io.calsync.ui.review;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/// Which parts of two texts are not in the other. Compares word by word; within a word that only changed a little, it
/// points at the letters.
///
/// @param from the first text in pieces, to be read one after the other
/// @param to   the second text likewise
record TextDiff(List<Piece> from, List<Piece> to) {
    /// A longer table would cost more time than its answer is worth; what differs is then shown as one piece.
    private static final long MOST_CELLS = 4_000_000;

    /// A word with its letters and digits, a run of blanks, or any other single character.
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|[ \\t]+|\\X", Pattern.DOTALL);

    /// A stretch of text.
    ///
    /// @param differs whether the other text lacks it
    record Piece(String text, boolean differs) {}

    static TextDiff of(String from, String to) {
        var left = new Marks(words(from));
        var right = new Marks(words(to));
        compare(left, right);
        return new TextDiff(left.pieces(), right.pieces());
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(word -> word.group()).toList();
    }

    private static void compare(Marks left, Marks right) {
        int start = 0;
        int leftEnd = left.size();
        int rightEnd = right.size();
        while (start < leftEnd && start < rightEnd && left.word(start).equals(right.word(start))) start++;
        while (leftEnd > start && rightEnd > start && left.word(leftEnd - 1).equals(right.word(rightEnd - 1))) {
            leftEnd--;
            rightEnd--;
        }
        left.differing.set(start, leftEnd);
        right.differing.set(start, rightEnd);
        if ((long) (leftEnd - start) * (rightEnd - start) <= MOST_CELLS) common(left, right, start, leftEnd, rightEnd);
        left.slide();
        right.slide();
        refine(left, right);
    }

    /// The longest common sequence of words between `start` and the ends, by the usual table of lengths.
    private static void common(Marks left, Marks right, int start, int leftEnd, int rightEnd) {
        var lengths = lengths(left, right, start, leftEnd, rightEnd);
        int i = start;
        int j = start;
        while (i < leftEnd && j < rightEnd) {
            if (left.word(i).equals(right.word(j))) {
                left.differing.clear(i++);
                right.differing.clear(j++);
            } else if (lengths[i - start + 1][j - start] >= lengths[i - start][j - start + 1]) i++;
            else j++;
        }
    }

    private static int[][] lengths(Marks left, Marks right, int start, int leftEnd, int rightEnd) {
        var lengths = new int[leftEnd - start + 1][rightEnd - start + 1];
        for (int i = leftEnd - start - 1; i >= 0; i--) {
            for (int j = rightEnd - start - 1; j >= 0; j--) {
                boolean same = left.word(start + i).equals(right.word(start + j));
                lengths[i][j] = same ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        return lengths;
    }

    /// Where one word stands for one other, only the letters between their common beginning and end differ.
    private static void refine(Marks left, Marks right) {
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            int leftRun = left.run(i);
            int rightRun = right.run(j);
            if (leftRun == 1 && rightRun == 1) refine(left, i, right, j);
            i += leftRun + 1;
            j += rightRun + 1;
        }
    }

    private static void refine(Marks left, int i, Marks right, int j) {
        String a = left.word(i);
        String b = right.word(j);
        int shorter = Math.min(a.length(), b.length());
        int head = 0;
        while (head < shorter && a.charAt(head) == b.charAt(head)) head++;
        int tail = 0;
        while (tail < shorter - head && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) tail++;
        boolean alike = 2 * (head + tail) >= Math.max(a.length(), b.length());
        if (!alike || splitsPair(a, head, tail) || splitsPair(b, head, tail)) return;
        left.narrow(i, head, tail);
        right.narrow(j, head, tail);
    }

    /// A letter outside the basic plane is two chars, which must not be shown apart.
    private static boolean splitsPair(String word, int head, int tail) {
        return cutsPair(word, head) || cutsPair(word, word.length() - tail);
    }

    private static boolean cutsPair(String word, int at) {
        return at > 0 && at < word.length() && Character.isLowSurrogate(word.charAt(at));
    }

    /// One text's words and which of them differ.
    private static final class Marks {
        private final List<String> words;
        private final BitSet differing = new BitSet();
        private final int[][] narrowed;

        Marks(List<String> words) {
            this.words = words;
            this.narrowed = new int[words.size()][];
        }

        int size() {
            return words.size();
        }

        String word(int index) {
            return words.get(index);
        }

        /// How many words from `index` on differ.
        int run(int index) {
            return differing.nextClearBit(index) - index;
        }

        /// Of the places where a run of differing words could stand, takes the first, where it may join the one before it.
        void slide() {
            for (int start = differing.nextSetBit(0); start >= 0;) {
                int end = differing.nextClearBit(start);
                for (int s = start, e = end; s > 0 && !differing.get(s - 1) && word(s - 1).equals(word(e - 1));
                        s--, e--) {
                    differing.clear(e - 1);
                    differing.set(s - 1);
                }
                start = differing.nextSetBit(end);
            }
        }

        void narrow(int index, int head, int tail) {
            narrowed[index] = new int[]{head, tail};
        }

        List<Piece> pieces() {
            var pieces = new ArrayList<Piece>();
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                int[] ends = narrowed[i];
                if (ends == null) add(pieces, word, differing.get(i));
                else {
                    add(pieces, word.substring(0, ends[0]), false);
                    add(pieces, word.substring(ends[0], word.length() - ends[1]), true);
                    add(pieces, word.substring(word.length() - ends[1]), false);
                }
            }
            return List.copyOf(pieces);
        }

        private static void add(List<Piece> pieces, String text, boolean differs) {
            if (text.isEmpty()) return;
            var last = pieces.isEmpty() ? null : pieces.getLast();
            if (last != null && last.differs == differs)
                pieces.set(pieces.size() - 1, new Piece(last.text + text, differs));
            else
                pieces.add(new Piece(text, differs));
        }
    }
}
