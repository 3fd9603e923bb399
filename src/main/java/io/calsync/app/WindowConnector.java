package io.calsync.app;

import io.calsync.cli.Host.Target;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Scope;
import io.calsync.sync.Setup;
import io.calsync.ui.settings.Connector;
import java.net.URI;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/// Connects from the window: the workspace that is open, or in place of the sample a person's own.
///
/// @param keychain whether the system's keychain is known to answer
/// @param shown    what hears of the workspace to show from now on and of what it does first
record WindowConnector(
        Wiring wiring, OpenWorkspace current, BooleanSupplier keychain, BiConsumer<OpenWorkspace, Next> shown)
        implements Connector {
    @Override
    public boolean hasKeychain() {
        return keychain.getAsBoolean();
    }

    @Override
    public Found discover(URI server, Key key) throws ProblemException {
        var found = wiring.discover(server.toString(), key(key));
        var offers = found.found().stream()
                .map(offer -> new Offer(offer.scope(), offer.name(), offer.eventTypes())).toList();
        return new Found(found.account(), offers, found.readOnly());
    }

    @Override
    public void connect(URI server, Key key, Scope scope, String currency, Next next) throws ProblemException {
        var wanted = new Setup.Wanted(server.toString(), scope, key(key), currency);
        var workspace = current.sample() ? wiring.open(new Target(null, false, null)) : current;
        try {
            workspace.setup().connect(wanted);
            shown.accept(wiring.again(workspace), next);
        } catch (ProblemException refused) {
            if (current.sample()) workspace.close();
            throw refused;
        }
        if (current.sample()) workspace.service().runs().close();
    }

    private static Setup.Key key(Key key) {
        return switch (key) {
            case Key.Typed(String secret, boolean keep) -> new Setup.Key.Typed(secret, keep);
            case Key.Environment(String name) -> new Setup.Key.Environment(name);
            case Key.Command(String line) -> new Setup.Key.Command(line);
        };
    }
}
