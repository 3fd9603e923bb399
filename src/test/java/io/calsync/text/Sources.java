package io.calsync.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the Java sources and the FXML files ask of the texts.
final class Sources {
    private static final Path MAIN = Path.of(System.getProperty("basedir", ""), "src/main");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\\n]*)\"");
    private static final Pattern SAID =
            Pattern.compile("(?:Message\\.of|[Rr]efusals?\\.of|refusal|\\bsay)\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern COUNTED = Pattern.compile("\\bcount\\(\\s*\"([^\"]+)\"\\s*,");
    private static final Pattern COLUMNS = Pattern.compile("console(?:\\(\\))?\\.table\\(([^)]*)\\)");
    private static final Pattern OPTION = Pattern.compile("@Option\\(names = (?:\\{[^}]*?)?\"--([a-z-]+)\"");
    private static final Pattern COMMAND = Pattern.compile("(?:@Command\\(name = |group\\()\"([a-z-]+)\"");
    private static final Pattern SUBJECT = Pattern.compile("super\\(ctx, \"([a-z]+)\"\\)");
    private static final Pattern FXML = Pattern.compile("\"%([^\"]+)\"");

    private final List<String> java = files("java", ".java");
    private final List<String> fxml = files("resources", ".fxml");

    /// Every string constant.
    Set<String> literals() {
        return found(java, LITERAL);
    }

    /// Keys that are named where a sentence is made, and in FXML.
    Set<String> said() {
        var keys = found(java, SAID);
        keys.addAll(found(fxml, FXML));
        for (String key : found(java, COUNTED)) keys.addAll(List.of(key + ".one", key + ".many"));
        for (String subject : found(java, SUBJECT))
            keys.addAll(List.of("settings." + subject, "settings." + subject + ".means"));
        for (String columns : found(java, COLUMNS))
            found(List.of(columns), LITERAL).forEach(column -> keys.add("cli.column." + column));
        return keys;
    }

    /// Names of options without their hyphens.
    Set<String> options() {
        return found(java, OPTION);
    }

    /// Names of commands without the ones above them.
    Set<String> commands() {
        return found(java, COMMAND);
    }

    private static Set<String> found(List<String> files, Pattern pattern) {
        Function<String, Stream<MatchResult>> matches = file -> pattern.matcher(file).results();
        var found = new TreeSet<String>();
        files.stream().flatMap(matches).forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static List<String> files(String folder, String end) {
        try (var files = Files.walk(MAIN.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(end)).map(Sources::text).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
