package io.calsync.app;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens pages in the person's own browser, by the system's own command: AWT's way would start a second toolkit beside
/// the window's.
record Browser(String system) implements Consumer<URI> {
    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);

    @Override
    public void accept(URI page) {
        try {
            new ProcessBuilder(command(page)).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            LOG.warn("no browser for {}: {}", page.getHost(), e.getMessage());
        }
    }

    List<String> command(URI page) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) return List.of("rundll32", "url.dll,FileProtocolHandler", page.toString());
        return List.of(name.startsWith("mac") ? "open" : "xdg-open", page.toString());
    }
}
