package io.calsync.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.FieldType;
import io.calsync.domain.Message;
import io.calsync.domain.Money;
import io.calsync.domain.Values;
import io.calsync.text.Texts;
import io.calsync.ui.Workspace;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The editor of a field says at the field what is wrong, naming limit and value, while the person types.
class FieldEditorTest {
    private static final Values GIVEN = Workspace.simple("Gloss", 30);

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "name                   | \"\"           | This must not be empty.",
            "slug                   | \"\"           | This must not be empty.",
            "slug                   | Färben Plus    | Only small letters a to z, digits and hyphens; “Färben Plus” has something else.",
            "duration_minutes       | 0              | Between 1 and 1440 minutes; this is 0.",
            "duration_minutes       | 1441           | Between 1 and 1440 minutes; this is 1441.",
            "duration_minutes       | -30            | Between 1 and 1440 minutes; this is -30.",
            "duration_minutes       | half an hour   | “half an hour” is no value for Duration.",
            "duration_minutes       | 12.5           | “12.5” is no value for Duration.",
            "duration_minutes       | \"\"           | “” is no value for Duration.",
            "buffer_time_minutes    | 241            | Between 0 and 240 minutes; this is 241.",
            "before_event_buffer    | -10            | Between 0 and 240 minutes; this is -10.",
            "minimum_booking_notice | -1             | Between 0 and 2147483647 minutes; this is -1.",
            "price                  | free           | “free” is no value for Price.",
            "price                  | 12,345         | “12,345” is no value for Price."})
    void whatMayNotBeSavedIsNamedWithLimitAndValue(String key, String typed, String message) {
        var field = Field.of(key).orElseThrow();
        var said = on(field, editor -> {
            editor.type(typed);
            return new Said(editor);
        });
        assertEquals(message, said.text);
        assertTrue(said.wrong);
        assertEquals(Set.of("invalid"), said.looks);
        assertEquals(message, said.help, "a screen reader says it with the field");
    }

    @Test
    void aPriceBeyondItsLimitNamesBothAmounts() {
        assertEquals("Between 0 and 99999999.99 EUR; this is 100000000.00 EUR.", typed(Field.PRICE, "100000000").text);
        assertTrue(typed(Field.PRICE, "-1").wrong);
        assertFalse(typed(Field.PRICE, "99999999,99").wrong);
    }

    @Test
    void textsThatAreTooLongSayHowLongTheyMayBe() {
        assertEquals("At most 255 characters; this has 256.", typed(Field.NAME, "x".repeat(256)).text);
        assertEquals("", typed(Field.NAME, "x".repeat(255)).text);
        assertTrue(typed(Field.DESCRIPTION, "x".repeat(30_001)).text.endsWith("this has 30001."));
    }

    @ParameterizedTest
    @CsvSource({"duration_minutes, 4, 5, 480", "duration_minutes, 481, 5, 480", "buffer_time_minutes, 61, 0, 60",
            "before_event_buffer, 240, 0, 60"})
    void anUnusualValueIsAWarningAndMayBeSaved(String key, String typed, String from, String to) {
        var said = typed(Field.of(key).orElseThrow(), typed);
        assertEquals("Unusual: most are between " + from + " and " + to + " minutes, this is " + typed + ".",
                said.text);
        assertFalse(said.wrong);
        assertEquals(Set.of("unusual"), said.looks);
    }

    @ParameterizedTest
    @EnumSource(Field.class)
    void everyEditableFieldHasTheControlOfItsTypeAndANameForScreenReaders(Field field) {
        if (field.kind() == Field.Kind.PROTECTED) return;
        var control = on(field, FieldEditor::control);
        var expected = switch (field.type()) {
            case FieldType.Text(_, _, boolean lines, _) -> lines ? TextArea.class : TextField.class;
            case FieldType.Minutes _,FieldType.Amount _ -> TextField.class;
            case FieldType.Flag _ -> CheckBox.class;
        };
        assertEquals(expected, control.getClass());
        assertEquals("field-" + field.key(), control.getId());
        assertFalse(control.getAccessibleText().isBlank());
    }

    @ParameterizedTest
    @EnumSource(Field.class)
    void whatItShowsIsNoChangeAndReadsBackAsTheSameValue(Field field) {
        if (field.kind() == Field.Kind.PROTECTED) return;
        assertFalse(on(field, FieldEditor::touched));
        assertNull(on(field, editor -> editor.problem().get()));
        assertEquals(GIVEN.get(field), on(field, editor -> editor.value().orElseThrow()));
        assertEquals(GIVEN, on(field, editor -> editor.into(GIVEN)));
    }

    @Test
    void typingBackWhatWasThereTakesTheChangeBack() {
        var touched = on(Field.DURATION, editor -> {
            editor.type("45");
            boolean before = editor.touched();
            editor.type("30");
            return before && !editor.touched();
        });
        assertTrue(touched);
    }

    @Test
    void aFlagSaysYesOrNoBesideItsBox() {
        var words = on(Field.ACTIVE, editor -> {
            var box = (CheckBox) editor.control();
            String before = box.getText();
            box.fire();
            return before + " " + box.getText() + " " + editor.value().orElseThrow();
        });
        assertEquals("yes no false", words);
    }

    @Test
    void germanAmountsAndSentences() {
        var words = words(Locale.GERMAN);
        var said = ui(() -> {
            var editor = new FieldEditor(Field.PRICE, words, "EUR");
            editor.show(GIVEN);
            String shown = editor.typed();
            editor.type("21,75");
            var value = editor.value().orElseThrow();
            editor.type("umsonst");
            return shown + " " + value + " " + new Said(editor).text;
        });
        assertTrue(said.startsWith("30,00 " + Money.parse("21.75 EUR") + " "), said);
        assertTrue(said.contains("umsonst") && said.contains("Preis"), said);
    }

    @Test
    void aRefusalOfTheStoreStandsAtTheFieldUntilItIsTypedAnew() {
        var texts = on(Field.SLUG, editor -> {
            editor.refuse(Message.of("limit.text.empty"));
            String refused = new Said(editor).text;
            editor.type("neu");
            return refused + "|" + new Said(editor).text;
        });
        assertEquals("This must not be empty.|", texts);
    }

    /// What stands below the control, and how the editor looks.
    private record Said(String text, String help, boolean wrong, Set<String> looks) {
        Said(FieldEditor editor) {
            this(((Label) editor.lookup("#message-" + editor.field().key())).getText(),
                    editor.control().getAccessibleHelp(), editor.problem().get() != null, looks(editor));
        }

        private static Set<String> looks(FieldEditor editor) {
            return editor.getPseudoClassStates().stream().map(PseudoClass::getPseudoClassName)
                    .filter(Set.of("invalid", "unusual")::contains).collect(Collectors.toSet());
        }
    }

    private static Said typed(Field field, String text) {
        return on(field, editor -> {
            editor.type(text);
            return new Said(editor);
        });
    }

    private static <T> T on(Field field, Function<FieldEditor, T> ask) {
        assertTrue(EnumSet.copyOf(Field.editable()).contains(field));
        return ui(() -> {
            var editor = new FieldEditor(field, words(Locale.ENGLISH), "EUR");
            editor.show(GIVEN);
            return ask.apply(editor);
        });
    }

    private static <T> T ui(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }

    private static Words words(Locale locale) {
        return Words.of(new Texts(locale), ZoneId.of("Europe/Berlin"));
    }
}
