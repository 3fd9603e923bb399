package io.calsync.app;

import io.calsync.calcom.ApiKey;
import io.calsync.calcom.ServerAddress;
import io.calsync.domain.Company;
import io.calsync.domain.Message;
import io.calsync.store.Seed;
import io.calsync.store.Workspace;
import io.calsync.sync.Account;
import io.calsync.sync.Cause;
import io.calsync.sync.Connection;
import io.calsync.sync.Operator;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Renewal;
import io.calsync.sync.Scope;
import io.calsync.sync.Setup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Sets up one open workspace.
///
/// @param sample whether it is the sample, which keeps the connection it has
record WorkspaceSetup(
        Workspace workspace, SettingsFile settings, Operator operator, Secrets secrets, Network network, boolean sample)
        implements Setup {
    @Override
    public Found connect(Wanted wanted) throws ProblemException {
        if (!operator.role().mayDecide()) throw new ProblemException(new Problem.NotAllowed(operator.role()));
        if (sample) throw new ProblemException(new Problem.NotPossible(Message.of("connect.sample")));
        var server = ServerAddress.clean(wanted.url());
        var key = new ApiKey(secrets.find(wanted.key()));
        var kept = settings.load();
        var eventTypes =
                network.calCom().connect(server, key, wanted.scope(), kept.requestsPerMinute()).interactive();
        var connection = new Connection(server, eventTypes.account(), wanted.scope());
        int count = eventTypes.list().size();
        var source = secrets.keep(wanted.key(), connection.identity());
        String company = firstCompany(connection, wanted.currency());
        recognise(connection);
        settings.save(kept.with(Settings.Connected.of(connection, source)));
        new Renewal(workspace.rows(), workspace.memory()).begin(cause(Cause.Source.RUN));
        return new Found(connection, count, company, !(source instanceof KeySource.Session));
    }

    @Override
    public void backup(Path file) throws ProblemException {
        workspace.backup(file);
    }

    /// Where nothing is linked yet, nothing was agreed on with another Cal.com; else the next run asks about the change.
    private void recognise(Connection connection) throws ProblemException {
        boolean linked = workspace.rows().all().stream().anyMatch(row -> row.link().linked());
        if (!linked) workspace.memory().identity(connection.identity(), cause(Cause.Source.RUN));
    }

    private Cause cause(Cause.Source source) {
        return new Cause(source, operator, "", "");
    }

    /// @return its name, "" where the workspace has a company already
    private String firstCompany(Connection connection, String currency) throws ProblemException {
        if (!workspace.platform().companies().isEmpty()) return "";
        String name = name(connection.account());
        var company = new Company(1, name, currency, team(connection.scope()), List.of());
        workspace.seed(new Seed(List.of(company), List.of(), Map.of()), cause(Cause.Source.IMPORT));
        return name;
    }

    private static String name(Account account) {
        return account.username().isEmpty() ? account.email() : account.username();
    }

    private static long team(Scope scope) {
        return switch (scope) {
            case Scope.Team(long team) -> team;
            case Scope.OrganizationTeam(_, long team) -> team;
            case Scope.User _,Scope.Organization _ -> 0;
        };
    }
}
