package io.calsync.sync;

import java.nio.file.Path;

/// What a person sets up about a workspace beside its services. Filled by the program's wiring.
public interface Setup {
    /// Tries a connection and keeps it where Cal.com answers; a workspace without a company gets one, named after the
    /// account. The next opening of the workspace uses it.
    ///
    /// @throws ProblemException where it is refused; then nothing is kept
    Found connect(Wanted wanted) throws ProblemException;

    /// Copies the workspace, while it is in use, into a file that does not exist yet.
    void backup(Path file) throws ProblemException;

    /// A connection to be tried.
    ///
    /// @param url      free text; a missing scheme and path are completed
    /// @param currency ISO 4217 code of a company made on the way
    record Wanted(String url, Scope scope, Key key, String currency) {}

    /// Where the API key comes from.
    sealed interface Key {
        record Environment(String variable) implements Key {}

        /// A command whose first line of output is the key.
        record Command(String command) implements Key {}

        /// Typed by a person. Does not show itself.
        ///
        /// @param keep in the system's keychain where there is one; else it is known until the end of the program
        record Typed(String secret, boolean keep) implements Key {
            @Override
            public String toString() {
                return "Typed[***]";
            }
        }
    }

    /// What a connection test found.
    ///
    /// @param eventTypes how many the scope holds
    /// @param company    the company made on the way, "" when there was one
    /// @param keyKept    whether the next start finds the key again without a person
    record Found(Connection connection, int eventTypes, String company, boolean keyKept) {}
}
