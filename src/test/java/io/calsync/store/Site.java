package io.calsync.store;

import io.calsync.calcom.ApiKey;
import io.calsync.calcom.CalCom;
import io.calsync.calcom.ServerAddress;
import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.sync.Connection;
import io.calsync.sync.Editing;
import io.calsync.sync.EventTypes;
import io.calsync.sync.Feed;
import io.calsync.sync.History;
import io.calsync.sync.Links;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Review;
import io.calsync.sync.Rows;
import io.calsync.sync.Runs;
import io.calsync.sync.Scope;
import io.calsync.sync.Session;
import java.time.InstantSource;
import java.util.Random;
import java.util.function.UnaryOperator;

/// The whole console but for its window, on an open workspace and a running sandbox.
record Site(Workspace workspace, CalCom calCom, Session session, Editing editing, Runs runs, Links links, Review review,
        History history)
        implements AutoCloseable {
    static Site of(Workspace workspace, String url) throws ProblemException {
        return of(workspace, url, rows -> rows, types -> types);
    }

    static Site of(Workspace workspace, String url, UnaryOperator<Rows> rows, UnaryOperator<EventTypes> types)
            throws ProblemException {
        var calCom = new CalCom(InstantSource.system());
        var server = ServerAddress.clean(url);
        var eventTypes = types.apply(calCom.connect(server, new ApiKey("cal_test"), new Scope.User(), 120));
        var connection = new Connection(server, eventTypes.account(), new Scope.User());
        var session = new Session(rows.apply(workspace.rows()), workspace.platform(), workspace.journal(),
                workspace.memory(), new Session.Cal(connection, eventTypes), Fixture.MARA, InstantSource.system(),
                new Feed());
        var links = new Links(session);
        return new Site(workspace, calCom, session, new Editing(session), new Runs(session, new Random(1)), links,
                new Review(session, links), new History(session));
    }

    <T> void edit(long id, Field field, T value) throws ProblemException {
        editing.save(id, session.rows().get(id).platform(), Patch.of(field, value));
    }

    @Override
    public void close() {
        runs.close();
        calCom.close();
        workspace.close();
    }
}
