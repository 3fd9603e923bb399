package io.calsync.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every word that a person can see is there, in both languages, and none is there that nobody sees. A failure prints the
/// lines to paste.
class TextsTest {
    private static final Pattern GAP = Pattern.compile("\\{(\\d+)");
    private static final Sources SOURCES = new Sources();

    private final Texts english = new Texts(Locale.ENGLISH);
    private final Texts german = new Texts(Locale.GERMAN);

    static List<Bundle> bundles() {
        return Bundle.all();
    }

    @Test
    void whatRegistriesAndSourcesNeedIsThere() {
        var needed = new TreeSet<>(Needs.ofRegistries());
        needed.addAll(SOURCES.said());
        needed.removeAll(all(Bundle::english).keySet());
        assertEquals("", lines(needed, Map.of()), "paste these into the bundle of the package that says them");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameKeys(Bundle bundle) {
        assertEquals("", lines(without(bundle.english(), bundle.german()), bundle.english()),
                "paste these, in German, into " + bundle.name() + "_de.properties");
        assertEquals("", lines(without(bundle.german(), bundle.english()), bundle.german()),
                "paste these, in English, into " + bundle.name() + ".properties");
    }

    @Test
    void everyTextIsSaidSomewhere() {
        var unused = new TreeSet<>(all(Bundle::english).keySet());
        unused.removeAll(Needs.ofRegistries());
        unused.removeAll(SOURCES.said());
        unused.removeAll(SOURCES.literals());
        unused.removeIf(TextsTest::isHelp);
        unused.removeIf(key -> SOURCES.literals().contains(key.replaceFirst("\\.(one|many)$", "")));
        unused.removeAll(Set.of("settings.key.environment.prompt", "settings.key.command.prompt"));
        unused.removeIf(key -> key.matches("settings\\.language\\.(system|en|de)"));
        assertEquals("", String.join("\n", unused), "nobody says these: delete them, or say them");
    }

    /// picocli asks for these by itself: by a command's name, by an option's.
    private static boolean isHelp(String key) {
        if (key.matches("usage\\.(synopsis|parameterList|optionList|commandList)Heading")) return true;
        var parts = List.of(key.replaceFirst("\\.usage\\.(description|footer)$", "").split("\\."));
        var commands = new HashSet<>(SOURCES.commands());
        boolean path = commands.containsAll(key.contains(".usage.") ? parts : parts.subList(0, parts.size() - 1));
        return path && (key.contains(".usage.") || SOURCES.options().contains(parts.getLast()));
    }

    @Test
    void everyCommandAndOptionHasItsHelp() {
        var keys = all(Bundle::english).keySet();
        var missing = new TreeSet<String>();
        for (String command : SOURCES.commands()) {
            String help = command + ".usage.description";
            if (keys.stream().noneMatch(key -> key.equals(help) || key.endsWith("." + help)))
                missing.add("calsync." + help);
        }
        for (String option : SOURCES.options()) {
            boolean own = keys.stream().anyMatch(key -> key.startsWith("calsync.") && key.endsWith("." + option));
            if (!own && !keys.contains(option)) missing.add(option);
        }
        assertEquals("", lines(missing, Map.of()), "paste these into commands.properties");
        assertTrue(SOURCES.commands().size() > 15 && SOURCES.options().size() > 20, "the sources are still understood");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesFillTheSameGaps(Bundle bundle) {
        var differing = new TreeMap<String, String>();
        bundle.english().forEach((key, text) -> {
            String other = bundle.german().getOrDefault(key, text);
            if (!gaps(text).equals(gaps(other))) differing.put(key, gaps(text) + " and " + gaps(other));
        });
        assertEquals(Map.of(), differing);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsAFormatWithoutAStraightApostrophe(Bundle bundle) {
        var broken = new TreeMap<String, String>();
        Stream.of(bundle.english(), bundle.german()).flatMap(texts -> texts.entrySet().stream()).forEach(text -> {
            if (text.getValue().contains("'")) broken.put(text.getKey(), text.getValue());
            try {
                new MessageFormat(text.getValue(), Locale.ENGLISH).toPattern();
            } catch (IllegalArgumentException wrong) {
                broken.put(text.getKey(), wrong.getMessage());
            }
        });
        assertEquals(Map.of(), broken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "core_de", "files", "files_de", "window", "window_de", "commands", "commands_de"})
    void noKeyStandsTwice(String file) {
        var keys = Bundle.keysInOrder(file + ".properties");
        var seen = new HashSet<String>();
        assertEquals(List.of(), keys.stream().filter(key -> !seen.add(key)).toList());
    }

    @Test
    void noKeyStandsInTwoBundles() {
        int single = Bundle.all().stream().mapToInt(bundle -> bundle.english().size()).sum();
        assertEquals(single, all(Bundle::english).size());
    }

    /// The same words in both languages are right for names and signs, and a forgotten translation otherwise.
    @Test
    void aSentenceIsTranslated() {
        var same = new TreeMap<>(all(Bundle::english));
        same.entrySet().retainAll(all(Bundle::german).entrySet());
        same.values().removeIf(text -> text.replaceAll("\\{[^}]*}", "").trim().split("\\s+").length < 5);
        assertEquals(Map.of(), same);
    }

    @Test
    void aFieldInASentenceIsShownByItsLabelInThisLanguage() {
        var sentence = Message.of("open.drift", Field.DURATION);
        assertEquals("Cal.com changed Duration.", english.say(sentence));
        assertTrue(german.say(sentence).contains("Dauer"), german.say(sentence));
        assertEquals("Cal.com changed gone_field.",
                english.say(new Message("open.drift", List.of("field:gone_field"))));
    }

    @Test
    void aSentenceWithinASentenceIsSaidInTheSameLanguage() {
        var why = Message.of("problem.unreachable", "cal.test", Message.of("answer.not-shown", Field.PRICE));
        assertTrue(german.say(why).contains("(es fehlt, was zuletzt zu sehen war: Preis)"), german.say(why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text:no {sentence", "field:name", "plain:", "plain:text:value.yes"})
    void whatAPersonWroteIsSaidAsItIs(String text) {
        assertEquals("Cal.com changed " + text + ".", english.say(Message.of("open.drift", text)));
        var within = Message.of("problem.unreachable", "cal.test", Message.of("open.drift", text));
        assertTrue(english.say(within).contains("Cal.com changed " + text), english.say(within));
    }

    @ParameterizedTest
    @CsvSource({"0, run.pushed.many", "1, run.pushed.one", "2, run.pushed.many", "11, run.pushed.many"})
    void aCountChoosesTheFormOfItsSentence(long count, String key) {
        assertEquals(english.say(key, count), english.count("run.pushed", count));
    }

    @Test
    void aTextThatIsMissingShowsItsKeyInsteadOfFailing() {
        assertEquals("[no.such.text]", english.say("no.such.text"));
        assertTrue(german.bundle().containsKey("value.yes"));
    }

    @Test
    void anotherLanguageSpeaksEnglishWhateverTheMachineSpeaks() {
        assertEquals("yes", new Texts(Locale.FRENCH).say("value.yes"));
        assertEquals("ja", new Texts(Locale.of("de", "AT")).say("value.yes"));
    }

    private static Map<String, String> all(Function<Bundle, Map<String, String>> language) {
        return Bundle.all().stream().flatMap(bundle -> language.apply(bundle).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    private static Set<String> without(Map<String, String> texts, Map<String, String> others) {
        var rest = new TreeSet<>(texts.keySet());
        rest.removeAll(others.keySet());
        return rest;
    }

    private static String lines(Collection<String> keys, Map<String, String> texts) {
        return keys.stream().map(key -> key + "=" + texts.getOrDefault(key, "")).collect(Collectors.joining("\n"));
    }

    private static Set<String> gaps(String text) {
        return GAP.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
