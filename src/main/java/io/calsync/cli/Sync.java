package io.calsync.cli;

import io.calsync.domain.Attempt;
import io.calsync.sync.ProblemException;
import io.calsync.sync.ServiceView;
import io.calsync.sync.SyncOptions;
import io.calsync.sync.SyncService;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `sync`: detects drift and pushes what is due, or says what that would do.
@Command(name = "sync")
final class Sync extends Work {
    private static final long ALL = 0;
    private static final long NONE = -1;

    @Option(names = "--check-only") boolean checkOnly;

    @Option(names = "--force") boolean force;

    @Option(names = "--yes") boolean yes;

    @Option(names = "--retry", arity = "0..1", fallbackValue = "" + ALL, paramLabel = "ID") long retry = NONE;

    @Option(names = "--pass-guard", paramLabel = "CODE") String passGuard = "";

    Sync(Console console) {
        super(console);
    }

    @Override
    boolean onlyLooks() {
        return checkOnly;
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        if (checkOnly && (force || retry != NONE || !passGuard.isEmpty())) throw Refusals.of("cli.sync.check-alone");
        var runs = desk.service().runs();
        var text = new RunText(console());
        if (force && (retry != NONE || !passGuard.isEmpty())) throw Refusals.of("cli.sync.force-alone");
        if (checkOnly) return text.told(runs.check());
        if (force) return forced(desk.service(), text);
        var options = new SyncOptions(toRetry(desk.service()), passGuard);
        return text.told(runs.sync(options, new ProgressLine(console())));
    }

    /// Shows what it would replace; does it only for `--yes`.
    private Exit forced(SyncService service, RunText text) throws ProblemException {
        var preview = service.runs().previewForce();
        if (!yes) {
            text.preview(preview, service.catalogue().all());
            console().note("cli.force.needs-yes");
            return Exit.USAGE;
        }
        console().note("cli.force.replaces", preview.count(), preview.replaces().size());
        text.leftOut(preview);
        return text.told(service.runs().force(preview, new ProgressLine(console())));
    }

    /// Of all services those for which anything is to be forgotten.
    private Set<Long> toRetry(SyncService service) throws ProblemException {
        if (retry == NONE) return Set.of();
        if (retry != ALL) return Set.of(service.catalogue().get(retry).id());
        return service.catalogue().all().stream().filter(Sync::hasFailed).map(ServiceView::id)
                .collect(Collectors.toSet());
    }

    private static boolean hasFailed(ServiceView view) {
        return !view.outlook().errors().isEmpty() || !view.row().attempt().equals(Attempt.NONE);
    }
}
