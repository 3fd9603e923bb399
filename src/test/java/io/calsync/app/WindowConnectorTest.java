package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.cli.Host.Target;
import io.calsync.domain.Field;
import io.calsync.sandbox.Account;
import io.calsync.sandbox.Keys;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import io.calsync.sync.Operator;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Scope;
import io.calsync.ui.kit.Alerts;
import io.calsync.ui.kit.Theme;
import io.calsync.ui.settings.Connector.Key;
import io.calsync.ui.settings.Connector.Next;
import io.calsync.ui.settings.Preferences.Choices;
import io.calsync.ui.settings.Preferences.Pace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowConnectorTest {
    private static final Key GOOD = new Key.Typed("cal_window", false);

    @TempDir
    @SuppressWarnings("NullAway.Init") private Path folder;

    @SuppressWarnings("NullAway.Init") private SandboxServer sandbox;

    @SuppressWarnings("NullAway.Init") private Wiring wiring;

    @SuppressWarnings("NullAway.Init") private URI server;

    private final List<OpenWorkspace> shown = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        sandbox = SandboxServer
                .start(SandboxOptions.hosted().services(2).keys(Keys.only(Map.of("cal_window", Account.ANN))));
        server = URI.create(sandbox.baseUrl());
        wiring = new Wiring(InstantSource.system(),
                new Workspaces("Linux", Map.of("XDG_DATA_HOME", folder.toString()), folder),
                new Secrets(new Keychain(Duration.ZERO), Map.of()));
    }

    @AfterEach
    void stop() {
        shown.forEach(OpenWorkspace::close);
        wiring.close();
        sandbox.close();
    }

    @Test
    void whatAKeyReachesIsFoundWithoutKeepingAnything() throws Exception {
        try (var current = wiring.open(new Target(folder, false, null))) {
            var found = connector(current).discover(server, GOOD);

            assertEquals("ann", found.account().username());
            assertEquals(2, found.offers().getFirst().eventTypes().orElseThrow());
            assertEquals(Set.of(Field.PRICE), found.readOnly());
            assertEquals(Settings.DEFAULT, current.ground().settings().load());
        }
    }

    @Test
    void theOpenWorkspaceIsShownAnewWithItsConnection() throws Exception {
        var current = wiring.open(new Target(folder, false, null));

        connector(current).connect(server, GOOD, new Scope.User(), "CHF", Next.LATER);

        var now = shown.getFirst();
        assertEquals(current.ground(), now.ground());
        assertNotNull(now.session().cal());
        assertEquals(2, now.service().runs().check().unlinked().size());
        current.service().runs().close();
    }

    @Test
    void inPlaceOfTheSampleAPersonsOwnWorkspaceIsShown() throws Exception {
        try (var sample = wiring.open(new Target(null, true, null))) {
            connector(sample).connect(server, GOOD, new Scope.User(), "CHF", Next.IMPORT);

            var own = shown.getFirst();
            assertFalse(own.sample());
            assertEquals("CHF", own.service().catalogue().companies().getFirst().currency());
            assertEquals(folder.resolve("calsync"), own.ground().directory());
            assertEquals("ann", own.service().catalogue().companies().getFirst().name());
            assertEquals(41, sample.service().catalogue().all().size());
        }
    }

    @Test
    void aRefusedKeyShowsNothingElse() throws Exception {
        try (var sample = wiring.open(new Target(null, true, null))) {
            var refused = assertThrows(ProblemException.class,
                    () -> connector(sample).connect(server, new Key.Typed("cal_wrong", false), new Scope.User(), "EUR",
                            Next.LATER));

            assertInstanceOf(Problem.KeyRefused.class, refused.problem());
            assertTrue(shown.isEmpty());
        }
    }

    @Test
    void choicesOfTheWindowAreKeptInTheSettings() throws Exception {
        var file = new SettingsFile(folder);
        var preferences = new WindowPreferences(file, Settings.DEFAULT);
        var wanted = new Choices(Theme.DARK, 150, "de", "Mia", Operator.Role.STAFF, new Pace(90, 100),
                new Alerts(false, 20, 7));

        preferences.save(wanted);

        assertEquals(wanted, preferences.choices());
        assertEquals(wanted, new WindowPreferences(file, file.load()).choices());
    }

    private WindowConnector connector(OpenWorkspace current) {
        return new WindowConnector(wiring, current, () -> false, (workspace, _) -> shown.add(workspace));
    }
}
