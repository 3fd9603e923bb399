package io.calsync.ui.review;

import io.calsync.domain.FieldType;
import io.calsync.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;

/// The three texts of one question with what differs inside them: on each side what it added to the last agreement, in the
/// agreement what a side dropped. Without an agreement the sides are compared with each other.
record SideTexts(List<TextDiff.Piece> base, List<TextDiff.Piece> platform, List<TextDiff.Piece> calcom) {

    static SideTexts of(Question question, Words words) {
        String platform = words.values().show(question.field(), question.platform());
        String calcom = words.values().show(question.field(), question.calcom());
        if (question.base() == null) {
            var sides = diff(question, platform, calcom);
            return new SideTexts(List.of(new TextDiff.Piece(words.say("review.never-agreed"), false)), sides.from(),
                    sides.to());
        }
        String base = words.values().show(question.field(), question.base());
        var ours = diff(question, base, platform);
        var theirs = diff(question, base, calcom);
        return new SideTexts(union(base, ours.from(), theirs.from()), ours.to(), theirs.to());
    }

    /// Numbers, amounts and flags differ as a whole: marking one digit of a price would mislead.
    private static TextDiff diff(Question question, String from, String to) {
        if (question.field().type() instanceof FieldType.Text || from.equals(to)) return TextDiff.of(from, to);
        return new TextDiff(List.of(new TextDiff.Piece(from, true)), List.of(new TextDiff.Piece(to, true)));
    }

    /// The text with every part marked that either list marks.
    private static List<TextDiff.Piece> union(String text, List<TextDiff.Piece> one, List<TextDiff.Piece> other) {
        var marked = new boolean[text.length()];
        mark(marked, one);
        mark(marked, other);
        var pieces = new ArrayList<TextDiff.Piece>();
        int start = 0;
        for (int i = 1; i <= marked.length; i++) {
            if (i < marked.length && marked[i] == marked[start]) continue;
            pieces.add(new TextDiff.Piece(text.substring(start, i), marked[start]));
            start = i;
        }
        return pieces;
    }

    private static void mark(boolean[] marked, List<TextDiff.Piece> pieces) {
        int at = 0;
        for (var piece : pieces) {
            for (int i = 0; i < piece.text().length(); i++) marked[at++] |= piece.differs();
        }
    }
}
