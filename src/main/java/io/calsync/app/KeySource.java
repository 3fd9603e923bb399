package io.calsync.app;

import io.calsync.sync.ProblemException;

/// Where an API key comes from at every start. Its text form is the one in the settings.
sealed interface KeySource {
    /// The operating system's keychain.
    record Keychain() implements KeySource {
        @Override
        public String toString() {
            return "keychain";
        }
    }

    record Environment(String variable) implements KeySource {
        @Override
        public String toString() {
            return "env:" + variable;
        }
    }

    record Command(String command) implements KeySource {
        @Override
        public String toString() {
            return "command:" + command;
        }
    }

    /// Known until the end of the program.
    record Session() implements KeySource {
        @Override
        public String toString() {
            return "session";
        }
    }

    static KeySource parse(String text) throws ProblemException {
        if (text.startsWith("env:")) return new Environment(text.substring("env:".length()));
        if (text.startsWith("command:")) return new Command(text.substring("command:".length()));
        return switch (text) {
            case "keychain" -> new Keychain();
            case "session" -> new Session();
            default -> throw SettingsFile.unusable("key", text);
        };
    }
}
