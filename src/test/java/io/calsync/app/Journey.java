package io.calsync.app;

import io.calsync.cli.Host.Target;
import io.calsync.domain.Field;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.Journal;
import io.calsync.sync.ProblemException;
import io.calsync.sync.ServiceView;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;

/// The program at its first start, with the sample; and a person who has only keys.
abstract class Journey extends LiveWindow {
    static final int SERVICES = 41;

    /// The pages of the settings below the connection, from top to bottom.
    static final List<String> SUBJECTS =
            List.of("policies", "appearance", "notifications", "operator", "pace", "data");

    @BeforeEach
    void open() throws Exception {
        workspace = wiring.open(new Target(null, true, null));
        begin(Arrival.of(workspace), SERVICES);
        until(() -> status("Premium Cut") == SyncStatus.CONFLICT);
        keys.at("services-table");
    }

    /// Finds a service by its name and goes to its line.
    final void choose(String service) {
        keys.press(KeyCode.CONTROL, KeyCode.F);
        keys.at("search-field");
        keys.write(service);
        until(() -> table().getItems().size() < 5 && !table().getItems().isEmpty());
        keys.press(KeyCode.DOWN);
        keys.at("services-table");
        until(() -> shows("#details-name") && text("#details-name").equals(service));
    }

    final ServiceView view(String name) {
        return named(name).orElseThrow(() -> new AssertionError("no service " + name));
    }

    final Optional<ServiceView> named(String name) {
        try {
            return views().stream().filter(view -> view.name().equals(name)).findFirst();
        } catch (ProblemException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    final SyncStatus status(String name) {
        return view(name).status();
    }

    final Object base(String name, Field field) {
        return view(name).row().base().get(field);
    }

    final List<String> trail(String name) throws ProblemException {
        return workspace.service().history().entries(Journal.Query.ofService(view(name).id(), 50)).stream()
                .map(entry -> entry.cause().source().name())
                .toList();
    }
}
