package io.calsync.ui.settings;

import io.calsync.domain.Field;
import io.calsync.sync.Account;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Scope;
import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// Connects a workspace with a Cal.com; the start-up implements it. Calls block and belong off the UI thread.
public interface Connector {
    /// Where the key comes from and where it is kept.
    sealed interface Key {
        /// Typed by the person.
        ///
        /// @param keep in the operating system's keychain, else for this session only
        record Typed(String secret, boolean keep) implements Key {
            /// Never shows the secret.
            @Override
            public String toString() {
                return "Typed[keep=" + keep + "]";
            }
        }

        /// Read from an environment variable at every start.
        record Environment(String name) implements Key {}

        /// Printed by a command at every start.
        record Command(String line) implements Key {}
    }

    /// What the new window does first.
    enum Next {
        /// Makes services of all event types that are not linked.
        IMPORT,
        /// Shows the services that are not linked, to be linked one by one.
        LINK,
        LATER
    }

    /// What a key reaches at a server.
    ///
    /// @param offers   the person's own event types first
    /// @param readOnly synced fields that no request can change there
    record Found(Account account, List<Offer> offers, Set<Field> readOnly) {}

    /// A scope to choose.
    ///
    /// @param name       the team's or organization's, "" for the person's own event types
    /// @param eventTypes how many it holds now, empty where the key may not list them
    record Offer(Scope scope, String name, OptionalInt eventTypes) {}

    /// Whether a keychain is there to keep a key in.
    boolean hasKeychain();

    /// Asks the server whose key it is and what it reaches. Sends only GET requests, keeps nothing.
    ///
    /// @param server base URL such as `https://api.cal.com/v2`
    /// @throws ProblemException in words for the person who typed it
    Found discover(URI server, Key key) throws ProblemException;

    /// Keeps the connection and shows the workspace anew with it; in place of the sample, the person's own workspace.
    ///
    /// @param currency ISO 4217 code of a company that is made on the way
    void connect(URI server, Key key, Scope scope, String currency, Next next) throws ProblemException;
}
