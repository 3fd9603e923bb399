package io.calsync.calcom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Company;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Patch;
import io.calsync.sandbox.LoggedRequest;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import io.calsync.store.Seed;
import io.calsync.store.Workspace;
import io.calsync.sync.Account;
import io.calsync.sync.Cause;
import io.calsync.sync.Connection;
import io.calsync.sync.Editing;
import io.calsync.sync.Feed;
import io.calsync.sync.Links;
import io.calsync.sync.Operator;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Progress;
import io.calsync.sync.Rows;
import io.calsync.sync.Runs;
import io.calsync.sync.Scope;
import io.calsync.sync.Session;
import io.calsync.sync.SyncOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A thousand changed services through the real engine, store and client to a server with Cal.com's limiter of 120 a
/// minute; only time is not the real one.
class BulkPushTest {
    private static final int CHANGED = 1000;
    private static final Duration ONE_WAY = Duration.ofMillis(60);
    private static final Operator MARA = new Operator("Mara", "mara", Operator.Role.MANAGER);

    private final VirtualTime time = new VirtualTime();
    private final SandboxServer server;
    private final CalCom calCom;
    private final Workspace workspace;
    private final Connection connection;
    private final Session session;
    private final Runs runs;
    private final List<Long> services;

    BulkPushTest(@TempDir Path folder) throws Exception {
        server = SandboxServer.start(SandboxOptions.hosted().services(CHANGED + 1).clock(time));
        calCom = new CalCom(time, time, CalCom.client(Duration.ofMinutes(1)).newBuilder().addInterceptor(chain -> {
            time.pass(ONE_WAY);
            var answer = chain.proceed(chain.request());
            time.pass(ONE_WAY);
            return answer;
        }).build(), Duration.ofMinutes(1));
        var address = URI.create(server.baseUrl());
        var eventTypes = calCom.connect(address, new ApiKey(StubServer.KEY), new Scope.User(), 120);
        workspace = Workspace.open(folder, time, Message::key);
        workspace.seed(new Seed(List.of(new Company(1, "Salon", "EUR", 0, List.of())), List.of(), Map.of()),
                new Cause(Cause.Source.IMPORT, MARA, "", ""));
        connection = new Connection(address, new Account(1, "ann", ""), new Scope.User());
        session = new Session(workspace.rows(), workspace.platform(), workspace.journal(), workspace.memory(),
                new Session.Cal(connection, eventTypes), MARA, time, new Feed());
        runs = new Runs(session, new Random(1));
        services =
                new Links(session).importInto(1, Set.of()).services().stream().map(view -> view.id()).sorted().toList();
    }

    @AfterEach
    void stop() {
        runs.close();
        workspace.close();
        calCom.close();
        server.close();
    }

    @Test
    void useTheBudgetToTheFullNeverTripItAndLetWhatAPersonSavesGoFirst() throws Exception {
        changeAll();
        time.pass(Duration.ofMinutes(2));
        long before = server.log().all().getLast().number();
        var begun = time.instant();
        var estimates = new HashMap<Instant, Duration>();
        estimates.put(begun, eta());
        long beside = services.getLast();
        long waiting = services.get(CHANGED - 1);
        var saved = new HashMap<Long, Long>();

        var report = runs.sync(SyncOptions.PLAIN, at(Map.of(
                200, () -> estimates.put(time.instant(), eta()),
                300, () -> saved.put(beside, save(beside)),
                500, () -> estimates.put(time.instant(), eta()),
                600, () -> saved.put(waiting, save(waiting)),
                900, () -> estimates.put(time.instant(), eta()))));

        var requests = server.log().since(before);
        assertEquals(CHANGED + 1, report.pushed().size());
        assertEquals(Set.of(200), requests.stream().map(LoggedRequest::status).collect(Collectors.toSet()));
        assertEquals(1 + 2 * (CHANGED + 1), requests.size(), "one list, and a read and a write for each service");
        assertEquals(Set.of(1L), byTarget(requests, "GET"));
        assertEquals(Set.of(1L), byTarget(requests, "PATCH"));
        var took = Duration.between(begun, time.instant());
        double used = (double) requests.size() / (double) possible(took);
        assertTrue(used >= 0.98, "used " + used);
        saved.forEach((id, last) -> assertTrue(arrived(id) - last <= 4, "a save waited for its turn"));
        estimates.forEach((when, estimate) -> {
            long needed = Duration.between(when, time.instant()).toMillis();
            assertTrue(Math.abs(needed - estimate.toMillis()) <= needed / 10, "asked at " + when);
        });
    }

    /// The most requests that a limiter of 120 a minute lets pass in that time: a whole minute's from its first moment on.
    private static long possible(Duration time) {
        long minutes = time.toMinutes();
        long rest = time.minusMinutes(minutes).dividedBy(ONE_WAY.multipliedBy(2));
        return 120 * minutes + Math.min(120, rest);
    }

    private void changeAll() throws ProblemException {
        var edit = new Cause(Cause.Source.EDIT, MARA, "", "");
        var steps = services.subList(0, CHANGED).stream().collect(Collectors.toMap(id -> id, _ -> (Rows.Step) row -> row
                .edited(row.platform().with(Field.DURATION, 50L), time.instant())));
        session.memory().identity(connection.identity(), edit);
        assertEquals(CHANGED, workspace.rows().updateAll(edit, steps).size());
    }

    /// @return the number of the last request before it
    private long save(long id) {
        told(() -> new Editing(session).save(id, session.rows().get(id).platform(), Patch.of(Field.BUFFER_AFTER, 25L)));
        return server.log().all().getLast().number();
    }

    private Duration eta() {
        return told(() -> runs.state().eta());
    }

    private static <T> T told(Asked<T> asked) {
        try {
            return asked.of();
        } catch (ProblemException e) {
            throw new AssertionError(e.problem().message().toString(), e);
        }
    }

    @FunctionalInterface
    private interface Asked<T> {
        T of() throws ProblemException;
    }

    /// Does something when the run has come to these services.
    private static Progress at(Map<Integer, Runnable> events) {
        return new Progress() {
            @Override
            public void at(int done, int total, String service) {
                events.getOrDefault(done, () -> {}).run();
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    /// How often each of the targets was asked for that way.
    private static Set<Long> byTarget(List<LoggedRequest> requests, String method) {
        return Set.copyOf(requests.stream().filter(request -> request.method().equals(method))
                .collect(Collectors.groupingBy(LoggedRequest::path, Collectors.counting())).values());
    }

    /// The number of the request that wrote the service.
    private long arrived(long id) {
        long eventType = told(() -> session.rows().get(id)).link().eventTypeId();
        return server.log().writes().stream().filter(request -> request.path().endsWith("/" + eventType))
                .map(LoggedRequest::number).findFirst().orElseThrow();
    }
}
