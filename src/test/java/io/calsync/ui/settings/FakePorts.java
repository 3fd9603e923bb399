package io.calsync.ui.settings;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.sync.Account;
import io.calsync.sync.Archive;
import io.calsync.sync.Journal.Verification;
import io.calsync.sync.Operator;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Scope;
import io.calsync.ui.kit.Alerts;
import io.calsync.ui.kit.Theme;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A start-up that knows one good key and writes down what it was asked to do.
final class FakePorts implements Connector, Preferences, WorkspaceData {
    static final String GOOD = "cal_good";

    final List<String> done = new CopyOnWriteArrayList<>();
    private volatile Choices choices = new Choices(Theme.LIGHT, 100, "", "Ann", Operator.Role.MANAGER, new Pace(60, 60),
            Alerts.DEFAULT);

    SettingsPorts ports() {
        return new SettingsPorts(this, this, this);
    }

    @Override
    public boolean hasKeychain() {
        return true;
    }

    @Override
    public Found discover(URI server, Key key) throws ProblemException {
        if (!(key instanceof Key.Typed typed) || !typed.secret().equals(GOOD))
            throw new ProblemException(new Problem.KeyRefused(server, "401"));
        return new Found(new Account(7, "lindenhof", "office@lindenhof.example"), List.of(
                new Offer(new Scope.User(), "", OptionalInt.of(2)),
                new Offer(new Scope.Team(12), "Salon Lindenhof", OptionalInt.of(18)),
                new Offer(new Scope.Organization(3), "Haarwerk", OptionalInt.empty())), Set.of(Field.PRICE));
    }

    @Override
    public void connect(URI server, Key key, Scope scope, String currency, Next next) {
        done.add("connect " + server + " " + scope + " " + next);
    }

    @Override
    public Choices choices() {
        return choices;
    }

    @Override
    public void save(Choices newChoices) {
        choices = newChoices;
        done.add("save");
    }

    @Override
    public Path location() {
        return Path.of("/home/ann/.local/share/calsync/lindenhof");
    }

    @Override
    public void restore(Path zip) throws ProblemException {
        done.add("restore " + zip);
        throw new ProblemException(new Problem.NotPossible(Message.of("restore.not-a-backup", zip, "no database")));
    }

    /// Whose receipts fit no trail.
    @Override
    public Archive archive() {
        return new Archive() {
            @Override
            public Receipt receipt(Path file) {
                return new Receipt("w", 12, "ab", Instant.EPOCH);
            }

            @Override
            public Verification verify(Path receipt) {
                return new Verification(12, "ab", List.of(Message.of("receipt.differs", 7, Instant.EPOCH)));
            }

            @Override
            public Exported export(Path file, @Nullable Instant since, @Nullable Instant until) {
                throw new UnsupportedOperationException("the window exports nothing");
            }

            @Override
            public Exported remove(Path export) {
                throw new UnsupportedOperationException("the window removes nothing");
            }
        };
    }

    @Override
    public void backup(Path zip) {
        done.add("backup " + zip);
    }
}
