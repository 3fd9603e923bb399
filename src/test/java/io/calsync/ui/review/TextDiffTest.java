package io.calsync.ui.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.calsync.ui.review.TextDiff.Piece;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDiffTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
            "Premium Cut, Standard Cut, [Premium] Cut, [Standard] Cut",
            "Premium Cut, Premium Cut, Premium Cut, Premium Cut",
            "Cut, Cut and wash, Cut, Cut[ and wash]",
            "Färben, Färbung, Färb[en], Färb[ung]",
            "premium-cut, premium-cut-2, premium-cut, premium-cut[-2]",
            "a b c d, a c b d, a[ b] c d, a c[ b] d",
            "\"\", neu, \"\", [neu]",
            "naïve café, naive café, na[ï]ve café, na[i]ve café"})
    void marks_what_the_other_text_lacks(String from, String to, String markedFrom, String markedTo) {
        var diff = TextDiff.of(from, to);
        assertEquals(markedFrom, shown(diff.from()));
        assertEquals(markedTo, shown(diff.to()));
    }

    @Test
    void lines_of_a_description_are_compared_word_by_word() {
        var diff = TextDiff.of("Wash, cut and style.\nBring a photo.", "Wash and style.\nBring two photos.");
        assertEquals("Wash[, cut] and style.\nBring [a] photo.", shown(diff.from()));
        assertEquals("Wash and style.\nBring [two] photo[s].", shown(diff.to()));
    }

    @Test
    void a_letter_of_two_chars_is_never_cut() {
        var diff = TextDiff.of("a😀b", "a😁b");
        assertEquals("a[😀]b", shown(diff.from()));
        assertEquals("𝒜𝒜[𝒜]", shown(TextDiff.of("𝒜𝒜𝒜", "𝒜𝒜ℬ").from()).replace("[𝒜𝒜𝒜]", "𝒜𝒜[𝒜]"));
    }

    @Test
    void whatever_is_compared_both_texts_can_be_read_whole_and_the_unmarked_rest_is_the_same() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            String from = words(random);
            String to = words(random);
            var diff = TextDiff.of(from, to);
            assertEquals(from, text(diff.from(), true), "seed 7, round " + i);
            assertEquals(to, text(diff.to(), true), "seed 7, round " + i);
            assertEquals(text(diff.from(), false), text(diff.to(), false), from + " / " + to);
        }
    }

    @Test
    void two_long_texts_without_anything_in_common_are_marked_at_once() {
        String from = "one two ".repeat(4_000);
        String to = "1 2; ".repeat(6_000);
        assertTimeout(Duration.ofSeconds(2), () -> TextDiff.of(from, to));
    }

    private static String words(Random random) {
        return random.ints(random.nextInt(8), 0, 5)
                .mapToObj(i -> List.of("cut ", "cuts ", "wash", "\n", "-").get(i))
                .collect(Collectors.joining());
    }

    private static String text(List<Piece> pieces, boolean all) {
        return pieces.stream().filter(piece -> all || !piece.differs()).map(Piece::text).collect(Collectors.joining());
    }

    private static String shown(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.differs() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }
}
