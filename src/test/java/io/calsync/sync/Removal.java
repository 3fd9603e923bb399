package io.calsync.sync;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// A guard taken out of the code: one class is compiled with `instead` in the place of `code`, and the same histories are
/// played against it.
///
/// @param invariant the one that is expected to fail without it
/// @param file      below `io/calsync`
/// @param code      occurs exactly once in the file
record Removal(String guard, String invariant, String file, String code, String instead) {
    private static final Path SOURCES = Path.of("src/main/java/io/calsync");

    /// Plays up to so many histories and the fixed ones.
    ///
    /// @return the first failure: after which history, and how; "" where none failed
    String play(int histories, Path directory) {
        compile(directory);
        try (var classes = new Changed(directory)) {
            var run = classes.loadClass(HistoryRun.class.getName()).getDeclaredConstructor().newInstance();
            return ((IntFunction<?>) run).apply(histories).toString();
        } catch (ReflectiveOperationException | IOException e) {
            throw new AssertionError(guard, e);
        }
    }

    private void compile(Path directory) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var options = List.of("-proc:none", "-nowarn", "-d", directory.toString(), "-cp", classPath());
        var source = new Source(URI.create("string:///io/calsync/" + file), changed());
        boolean compiled = compiler.getTask(null, null, null, options, null, List.of(source)).call();
        if (!compiled) throw new AssertionError(guard + " does not compile without it");
    }

    private String changed() {
        try {
            String text = Files.readString(SOURCES.resolve(file));
            int at = text.indexOf(code);
            if (at < 0 || at != text.lastIndexOf(code))
                throw new AssertionError(guard + ": not exactly once in " + file + ": " + code);
            return text.replace(code, instead);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        return place(Session.class) + File.pathSeparator + place(Nullable.class);
    }

    private static Path place(Class<?> type) {
        return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(URI uri, String text) {
            super(uri, Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /// Defines every class of the product and of its tests anew, the changed one from where it was compiled to.
    private static final class Changed extends URLClassLoader {
        Changed(Path directory) throws IOException {
            super(new URL[]{directory.toUri().toURL()}, Removal.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.calsync.")) return super.loadClass(name, resolve);
            synchronized (getClassLoadingLock(name)) {
                var loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            String path = name.replace('.', '/') + ".class";
            var changed = findResource(path);
            try (var in = changed == null ? getParent().getResourceAsStream(path) : changed.openStream()) {
                if (in == null) throw new ClassNotFoundException(name);
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
