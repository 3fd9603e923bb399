package io.calsync.cli;

import io.calsync.sync.ProblemException;
import io.calsync.sync.Scope;
import io.calsync.sync.Setup;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `connect`: tries a connection and keeps it where Cal.com answers.
@Command(name = "connect")
final class Connect extends Work {
    /// Looked at where neither another variable nor a command is named.
    static final String KEY_VARIABLE = "CALSYNC_API_KEY";

    @Option(names = "--url", paramLabel = "URL") String url = "https://api.cal.com/v2";

    @Option(names = "--scope", paramLabel = "SCOPE") String scope = "user";

    @Option(names = "--key-env", paramLabel = "NAME") String keyVariable = "";

    @Option(names = "--key-command", paramLabel = "CMD") String keyCommand = "";

    @Option(names = "--currency", paramLabel = "CODE") String currency = "EUR";

    Connect(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        var wanted =
                new Setup.Wanted(url, Scope.parse(scope).orElseThrow(() -> Refusals.of("cli.connect.scope", scope)),
                        key(), currency());
        var found = desk.setup().connect(wanted);
        if (console().json()) json(found);
        else print(found);
        if (!found.keyKept()) console().note("cli.connect.key-not-kept");
        return Exit.DONE;
    }

    private void print(Setup.Found found) {
        var to = found.connection();
        console().say("cli.connect.found", to.server().toString(), to.account().username(), to.account().email(),
                to.scope().toString());
        console().print(console().texts().count("cli.connect.event-types", found.eventTypes()));
        console().say("cli.connect.writes");
        if (!found.company().isEmpty()) console().say("cli.connect.company", found.company(), currency);
    }

    private void json(Setup.Found found) {
        var json = Json.object();
        json.put("server", found.connection().server().toString());
        json.put("account", found.connection().account().username());
        json.put("accountId", found.connection().account().id());
        json.put("email", found.connection().account().email());
        json.put("scope", found.connection().scope().toString());
        json.put("eventTypes", found.eventTypes());
        json.put("company", found.company().isEmpty() ? null : found.company());
        json.put("keyKept", found.keyKept());
        console().json(json);
    }

    private Setup.Key key() throws ProblemException {
        if (!keyVariable.isEmpty() && !keyCommand.isEmpty()) throw Refusals.of("cli.connect.one-key");
        if (!keyVariable.isEmpty()) return new Setup.Key.Environment(keyVariable);
        if (!keyCommand.isEmpty()) return new Setup.Key.Command(keyCommand);
        return typed().orElse(new Setup.Key.Environment(KEY_VARIABLE));
    }

    /// Asks the person, where there is one.
    private Optional<Setup.Key> typed() {
        if (System.getenv(KEY_VARIABLE) != null || !(System.console() instanceof java.io.Console terminal)
                || !terminal.isTerminal())
            return Optional.empty();
        char[] secret = terminal.readPassword("%s ", console().texts().say("cli.connect.type-key"));
        return secret == null ? Optional.empty() : Optional.of(new Setup.Key.Typed(new String(secret), true));
    }

    private String currency() throws ProblemException {
        String code = currency.toUpperCase(Locale.ROOT);
        boolean known = Currency.getAvailableCurrencies().stream().anyMatch(any -> any.getCurrencyCode().equals(code));
        if (!known) throw Refusals.of("cli.connect.currency", currency);
        return code;
    }
}
