package io.calsync.app;

import io.calsync.cli.Cli;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/// The one way in: without a command it opens the window.
public final class Main {
    private static final Duration KEYCHAIN_PATIENCE = Duration.ofSeconds(5);

    private Main() {}

    static void main(String[] args) {
        LogFile.silence();
        var secrets = new Secrets(new Keychain(KEYCHAIN_PATIENCE), System.getenv());
        int exit;
        try (var wiring = new Wiring(InstantSource.system(), Workspaces.ofThisMachine(), secrets)) {
            var cli = new Cli(wiring, InstantSource.system(), printer(FileDescriptor.out, "stdout.encoding"),
                    printer(FileDescriptor.err, "stderr.encoding"));
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("interrupt").unstarted(cli::interrupt));
            exit = cli.run(List.of(args), Locale.getDefault());
        }
        System.exit(exit);
    }

    /// A machine that names no encoding gets UTF-8 instead of question marks.
    private static PrintWriter printer(FileDescriptor to, String property) {
        var named = Charset.forName(System.getProperty(property, "UTF-8"));
        var charset = named.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : named;
        return new PrintWriter(new FileOutputStream(to), true, charset);
    }
}
