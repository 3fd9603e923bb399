package io.calsync.app;

import io.calsync.cli.Desk;
import io.calsync.sync.Archive;
import io.calsync.sync.Catalogue;
import io.calsync.sync.Editing;
import io.calsync.sync.History;
import io.calsync.sync.Links;
import io.calsync.sync.Policies;
import io.calsync.sync.Review;
import io.calsync.sync.Runs;
import io.calsync.sync.Session;
import io.calsync.sync.Setup;
import io.calsync.sync.SyncService;
import java.util.SplittableRandom;

/// One open workspace with all its parts.
record OpenWorkspace(Session session, SyncService service, Setup setup, Ground ground) implements Desk {
    static OpenWorkspace of(Session session, Setup setup, Ground ground) {
        var links = new Links(session);
        var service = new SyncService(new Catalogue(session), new Editing(session),
                new Runs(session, new SplittableRandom()), new Review(session, links), links, new History(session),
                new Policies(session));
        return new OpenWorkspace(session, service, setup, ground);
    }

    boolean sample() {
        return ground.sample();
    }

    @Override
    public Archive archive() {
        return ground.workspace().archive(session.operator());
    }

    @Override
    public void close() {
        service.runs().close();
        ground.close();
    }
}
