package io.calsync.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The texts of one file pair as they are written, English and German.
///
/// @param english by key
/// @param german  by key
record Bundle(String name, Map<String, String> english, Map<String, String> german) {
    private static final Path FOLDER = Path.of(System.getProperty("basedir", ""), "src/main/resources/io/calsync/text");

    static List<Bundle> all() {
        return Stream.of("core", "files", "window", "commands").map(Bundle::read).toList();
    }

    static Bundle read(String name) {
        return new Bundle(name, texts(file(name + ".properties")), texts(file(name + "_de.properties")));
    }

    /// The lines of a file that hold a key, in its order; one key may stand twice.
    static List<String> keysInOrder(String file) {
        return file(file).lines().filter(line -> line.matches("[^#\\s].*=.*")).map(line -> line.split("=", 2)[0])
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }

    private static String file(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> texts(String content) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(content));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var texts = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
