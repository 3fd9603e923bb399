package io.calsync.app;

import io.calsync.sync.Account;
import io.calsync.sync.Connection;
import io.calsync.sync.Operator;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Scope;
import io.calsync.ui.kit.Alerts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a person has set for one workspace. A key is never among it, only where one comes from.
///
/// @param connection        null while none is set up
/// @param operator          "" = the one who is logged in at the machine
/// @param pollSeconds       how often an open window looks at Cal.com
/// @param requestsPerMinute that may be sent to Cal.com, 1 to 120
/// @param language          of the window: "en", "de", "" = the machine's
/// @param theme             of the window: "SYSTEM", "LIGHT", "DARK", "HIGH_CONTRAST" or "HIGH_CONTRAST_LIGHT"
/// @param textSize          of the window, in percent
/// @param alerts            when the system tells of new conflicts and failures
/// @param toured            whether the tour was offered
/// @param window            null before a window was closed for the first time
public record Settings(
        @Nullable Connected connection,
        String operator,
        Operator.Role role,
        int pollSeconds,
        int requestsPerMinute,
        String language,
        String theme,
        int textSize,
        Alerts alerts,
        boolean toured,
        @Nullable WindowState window) {
    public static final Settings DEFAULT = new Settings(null, "", Operator.Role.MANAGER, 60, 60, "", "SYSTEM", 100,
            Alerts.DEFAULT, false, null);

    /// A connection as it was found when it was set up.
    ///
    /// @param scope in its text form
    /// @param key   where the key comes from, see [KeySource]
    public record Connected(String server, String scope, long accountId, String username, String email, String key) {
        public Connected {
            for (Object part : new @Nullable Object[]{server, scope, username, email, key})
                Objects.requireNonNull(part, "a part of the connection");
        }

        static Connected of(Connection connection, KeySource key) {
            var account = connection.account();
            return new Connected(connection.server().toString(), connection.scope().toString(), account.id(),
                    account.username(), account.email(), key.toString());
        }

        /// @throws ProblemException where the file was edited into something else
        Connection connection() throws ProblemException {
            var wanted = Scope.parse(scope).orElseThrow(() -> SettingsFile.unusable("scope", scope));
            return new Connection(address(), new Account(accountId, username, email), wanted);
        }

        private URI address() throws ProblemException {
            try {
                return new URI(server);
            } catch (URISyntaxException none) {
                throw SettingsFile.unusable("server", server);
            }
        }
    }

    /// Where a window stood.
    public record WindowState(double x, double y, double width, double height, boolean maximized) {}

    public Settings with(Connected newConnection) {
        return new Settings(newConnection, operator, role, pollSeconds, requestsPerMinute, language, theme, textSize,
                alerts, toured, window);
    }

    public Settings with(WindowState newWindow) {
        return new Settings(connection, operator, role, pollSeconds, requestsPerMinute, language, theme, textSize,
                alerts, toured, newWindow);
    }

    public Settings with(Alerts newAlerts) {
        return new Settings(connection, operator, role, pollSeconds, requestsPerMinute, language, theme, textSize,
                newAlerts, toured, window);
    }

    public Settings withTour() {
        return new Settings(connection, operator, role, pollSeconds, requestsPerMinute, language, theme, textSize,
                alerts, true, window);
    }

    public Settings withLook(String newLanguage, String newTheme, int newTextSize) {
        return new Settings(connection, operator, role, pollSeconds, requestsPerMinute, newLanguage, newTheme,
                newTextSize,
                alerts, toured, window);
    }

    public Settings withPerson(String newOperator, Operator.Role newRole) {
        return new Settings(connection, newOperator, newRole, pollSeconds, requestsPerMinute, language, theme, textSize,
                alerts, toured, window);
    }

    public Settings withPace(int newPollSeconds, int newRequestsPerMinute) {
        return new Settings(connection, operator, role, newPollSeconds, newRequestsPerMinute, language, theme, textSize,
                alerts, toured, window);
    }

    /// Who works with the workspace unless a command names someone.
    Operator person() {
        String user = System.getProperty("user.name", "");
        return new Operator(operator.isEmpty() ? user : operator, user, role);
    }
}
