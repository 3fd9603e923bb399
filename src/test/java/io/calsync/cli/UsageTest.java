package io.calsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.app.Terminal;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a command line that asks for something impossible gets, and what the help says.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsageTest {
    @SuppressWarnings("NullAway.Init") private SandboxServer sandbox;

    @SuppressWarnings("NullAway.Init") private Terminal terminal;

    @BeforeAll
    void oneService(@TempDir Path folder) throws Exception {
        sandbox = SandboxServer.start(SandboxOptions.hosted().services(1));
        terminal = new Terminal(folder, Map.of("KEY", "cal_usage"));
        assertEquals(0, terminal.run("connect", "--url", sandbox.baseUrl(), "--key-env", "KEY").exit());
        assertEquals(0, terminal.run("services", "import", "--all").exit());
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            services edit 1 --set dauer=5            | duration_minutes
            services edit 1 --set duration_minutes=x | duration_minutes
            services edit 1 --set duration_minutes=0 | 1440
            services edit 1 --set is_active=maybe    | true or false
            services edit 1 --set company=Other      | There are: name
            services edit 1 --set name               | NAME=VALUE
            services edit 1                          | --set
            services edit 99 --set name=x            | 99
            services link 1 one                      | one
            services edit one --set name=x           | one
            services import                          | --all
            services import 999                      | #999
            services                                 | list
            conflicts resolve 1                      | --deleted
            conflicts resolve 1 --all both           | platform, calcom
            conflicts resolve 1 --field name=calcom  | Name
            sync --check-only --force                | --check-only
            sync --sometimes                         | --sometimes
            connect --scope nobody                   | team:ID
            connect --currency Taler                 | Taler
            undo 999                                 | 999
            undo --run never --yes                   | never
            undo 1 --run never                       | one of them
            conflicts resolve 1 --deleted wait       | not deleted
            sync --force --yes --retry               | --yes alone
            restore none.zip --yes                   | There is no file
            audit verify --receipt none              | There is no file
            audit verify --export none               | There is no file
            history --limit many                     | --limit
            history --limit 0                        | 1 or more
            runs --limit -1                          | 1 or more
            status --operator Eve:admin              | viewer, staff, manager
            status --lang fr                         | en, de
            history --limit 1 --limit 2              | twice
            services edit 1 --set name=a\tb          | one line
            dance                                    | dance
            """)
    void whatCannotBeAskedIs64AndSaysWhatCan(String command, String mentioned) {
        var result = terminal.run(command.split(" +"));

        assertEquals(64, result.exit(), result.err());
        assertTrue(result.err().contains(mentioned), result.err());
        assertEquals("", result.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"services show 99", "services show one", "sync --check-only --force", "dance",
            "restore none.zip", "services edit 1 --set duration_minutes=0"})
    void aFailureIsJsonForScriptsAsWell(String command) {
        var result = terminal.run((command + " --json").split(" "));

        assertEquals(64, result.json().path("exit").asInt(), result.out());
        assertTrue(result.err().contains(result.json().path("error").asText()), result.err());
    }

    @Test
    void anUnusualValueIsNamedOnlyWhereItWasSaved() {
        var kept = terminal.run("services", "edit", "1", "--set", "duration_minutes=4");
        var refused = terminal.run("services", "edit", "1", "--set", "duration_minutes=0");

        assertTrue(kept.err().contains("duration_minutes: Unusual"), kept.err());
        assertFalse(refused.err().contains("Unusual"), refused.err());
    }

    @Test
    void whatATextHoldsBesideLettersDoesNotSteerTheTerminal() {
        terminal.run("services", "edit", "1", "--set", "description=one\ntwo\u001b[31m");

        var told = terminal.run("history", "--limit", "1").out();

        assertTrue(told.contains("one ⏎ two·[31m"), told);
        assertEquals(2, told.lines().count());
    }

    @Test
    void aPersonsLanguageIsSpokenInAnswersAndUsage() {
        var wrong = terminal.run("services", "edit", "1", "--set", "duration_minutes=0", "--lang", "de");
        assertTrue(
                wrong.err().contains("Zwischen 1 und 1.440 Minuten")
                        || wrong.err().contains("Zwischen 1 und 1440 Minuten"),
                wrong.err());
        var nowhere = terminal.run("connect", "--url", "http://127.0.0.1:1/v2", "--key-env", "KEY", "--lang", "de");
        assertTrue(nowhere.err().contains("(keine Verbindung)"), nowhere.err());
        assertTrue(terminal.run("status", "--lang=de").out().contains("abgeglichen"));
        assertTrue(terminal.run("services", "edit", "--lang", "de").err().contains("Es fehlt:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theHelpDescribesEveryCommandAndOption(String language) {
        for (String command : new String[]{"", "connect", "services", "services edit", "services import", "sync",
                "conflicts resolve", "history", "sandbox"}) {
            var help = terminal.run((command + " --help --lang " + language).strip().split(" "));
            assertEquals(0, help.exit());
            for (String line : help.out().lines().toList()) {
                boolean undescribed = line.matches("\\s{2,8}(-h, )?(--)?[a-z-]+(=\\S+|\\[=\\S+\\])?\\s*");
                assertTrue(!undescribed || line.length() > 24, () -> command + ": no words for " + line);
            }
        }
    }
}
