package io.calsync.ui;

import io.calsync.text.Texts;
import java.text.DateFormatSymbols;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/// A person who knows one language and reads everything that the windows show or tell: labels, cells, prompts, tooltips,
/// menus, names for screen readers. What the business itself calls its services is not read as a language. UI thread only.
public final class Reader {
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\d])\\p{L}{2,}+(?:-\\p{L}++)*+(?!\\d)");
    /// Commands and places of files are the same everywhere; how a currency is called, the JDK knows.
    private static final Pattern NO_WORDS =
            Pattern.compile("calsync sync .*|^[A-Z]{3}  .*|\\S*/\\S*|\\S+\\.(csv|xlsx|pdf|zip|json)\\b");
    private static final Pattern GAP = Pattern.compile("\\{\\d+[^}]*}|\\[[a-z-]+(\\.[a-z-]+)+]");
    private static final Pattern ENGLISH_FORMAT =
            Pattern.compile(
                    "(?<![\\d.])\\d+\\.\\d{2}(?![\\d.])|\\d,\\d{3}(?!\\d)|\\b[AP]M\\b|[€$£]\\h?\\d|\\bEUR\\h?\\d|(^|\\s)“|\"|\\d%");
    private static final Pattern GERMAN_FORMAT =
            Pattern.compile("\\d,\\d{2}(?!\\d)|\\d\\h?€|\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}|„|\\bUhr\\b");

    private final Set<String> foreign;
    private final Pattern format;
    private final Supplier<Set<String>> data;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> complaints = new TreeSet<>();

    /// @param data what the business wrote itself, asked for only where a text looks foreign
    public Reader(Locale language, Supplier<Set<String>> data) {
        boolean german = language.getLanguage().equals("de");
        foreign = words(german ? Locale.ENGLISH : Locale.GERMAN);
        foreign.removeAll(words(language));
        // A German word in a time of day.
        foreign.remove("am");
        format = german ? ENGLISH_FORMAT : GERMAN_FORMAT;
        this.data = data;
    }

    /// Reads what is there now.
    public void read() {
        for (Window window : Window.getWindows()) {
            if (window instanceof Stage stage) text(stage.getTitle());
            node(window.getScene().getRoot());
        }
    }

    /// What was read so far and is in another language, or no text at all.
    public Set<String> complaints() {
        return complaints;
    }

    private void node(Node node) {
        Stream.of(node.getAccessibleText(), node.getAccessibleHelp(), node.getAccessibleRoleDescription())
                .forEach(this::text);
        if (node.getProperties().get("javafx.scene.control.Tooltip") instanceof Tooltip tip) tip(tip);
        switch (node) {
            // The one inside a label may be shortened.
            case Text text when !(text.getParent() instanceof Labeled) -> text(text.getText());
            case TextInputControl input -> text(input.getPromptText());
            case MenuButton button -> button.getItems().forEach(this::item);
            case ComboBox<?> box -> box(box);
            default -> {}
        }
        if (node instanceof Labeled labeled) text(labeled.getText());
        if (node instanceof Control control && control.getTooltip() != null) tip(control.getTooltip());
        if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(this::node);
    }

    /// Some say what they mean only when they are about to show.
    private void tip(Tooltip tip) {
        if (tip.getText().isEmpty() && tip.getOnShowing() != null && tip.getOnHidden() != null) {
            tip.getOnShowing().handle(new WindowEvent(tip, WindowEvent.WINDOW_SHOWING));
            tip.getOnHidden().handle(new WindowEvent(tip, WindowEvent.WINDOW_HIDDEN));
        }
        text(tip.getText());
    }

    private void item(MenuItem item) {
        text(item.getText());
        if (item instanceof Menu menu) menu.getItems().forEach(this::item);
    }

    private <T> void box(ComboBox<T> box) {
        if (box.getConverter() != null) box.getItems().forEach(one -> text(box.getConverter().toString(one)));
    }

    private void text(@Nullable String text) {
        if (text == null || text.isBlank() || !seen.add(text) || strange(text, Set.of()).isEmpty()) return;
        var strange = strange(text, data.get());
        if (!strange.isEmpty()) complaints.add(strange + " in: " + text);
    }

    private Set<String> strange(String text, Set<String> own) {
        String rest = own.stream().filter(one -> one.length() > 3)
                .reduce(NO_WORDS.matcher(text).replaceAll("·"), (left, one) -> left.replace(one, "·"));
        var ownWords = own.stream().flatMap(Reader::words).collect(Collectors.toSet());
        return Stream.concat(words(rest).filter(word -> foreign.contains(word) && !ownWords.contains(word)),
                Stream.of(GAP, format).flatMap(form -> form.matcher(rest).results()).map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(Locale language) {
        var bundle = new Texts(language).bundle();
        var symbols = DateFormatSymbols.getInstance(language);
        return Stream
                .concat(Collections.list(bundle.getKeys()).stream()
                        .filter(key -> !key.matches("(cli|calsync|usage)\\..*|[a-z-]+"))
                        .map(bundle::getString),
                        Stream.of(symbols.getMonths(), symbols.getShortMonths(), symbols.getWeekdays())
                                .flatMap(Stream::of))
                .flatMap(Reader::words).collect(Collectors.toCollection(HashSet::new));
    }

    private static Stream<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).map(word -> word.toLowerCase(Locale.ROOT));
    }
}
