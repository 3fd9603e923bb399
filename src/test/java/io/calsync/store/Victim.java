package io.calsync.store;

import static io.calsync.store.TrapDisk.Operation.READ;
import static io.calsync.store.TrapDisk.Operation.SYNC;
import static io.calsync.store.TrapDisk.Operation.WRITE;

import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Patch;
import io.calsync.sync.Cause.Source;
import io.calsync.sync.EventTypes;
import io.calsync.sync.Journal.Query;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Progress;
import io.calsync.sync.Rows;
import io.calsync.sync.SyncOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A console in a process of its own that is killed at one point while threads of it edit. It prints every edit that the
/// store has acknowledged, and when it has come to the point.
///
/// @param url    of Cal.com
/// @param prefix what the names begin with that it gives
/// @param passes how often the place is passed before
record Victim(Path folder, String url, String prefix, KillPoint point, int passes, PrintStream out, Trap trap) {
    static final long DECIDED = 7;
    static final long UNDONE = 8;
    static final Set<Long> BUSY = Set.of(1L, 2L, 3L, 4L, 5L, 6L);

    /// Of passes: the place is no point, the console goes on to its end.
    static final int NEVER = -1;

    /// Of each thread: as many as the engine can follow within its budget of requests.
    private static final int EDITS = 40;

    private static final Schema NEWER =
            new Schema(Schema.CURRENT.latest() + 1,
                    List.of(Dialect.H2.migrations(), "classpath:io/calsync/store/newer"));

    public static void main(String[] args) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var order = in.readLine().split("\t", -1);
        var victim = new Victim(Path.of(order[0]), order[1], order[2], KillPoint.valueOf(order[3]),
                Integer.parseInt(order[4]), out, new Trap(out));
        try {
            victim.work(in);
            out.println("passed the point");
        } catch (ProblemException e) {
            out.println("failed: " + e.getMessage());
        }
        System.exit(1);
    }

    static Workspace openNewer(Path folder) throws ProblemException {
        return Workspace.open(new Opening(folder, NEWER, InstantSource.system()), folder, InstantSource.system(),
                Message::key);
    }

    private void work(BufferedReader in) throws ProblemException, IOException {
        switch (point) {
            case IN_EDIT, IN_IMPORT, IN_COMPACTION, IN_MIGRATION -> TrapDisk.insert(trap, WRITE);
            case BEFORE_SYNC -> TrapDisk.insert(trap, SYNC);
            case IN_BACKUP, IN_RESTORE -> TrapDisk.insert(trap, READ);
            default -> {}
        }
        if (point == KillPoint.IN_MIGRATION) {
            trap.set(passes);
            openNewer(folder);
            return;
        }
        var workspace = Workspace.open(folder, InstantSource.system(), Message::key);
        try (var threads = Executors.newFixedThreadPool(3);
                var site = Site.of(workspace, url, this::rows, this::types)) {
            for (int i = 0; i < 3; i++) edit(threads, site, i);
            in.readLine();
            come(site);
        }
    }

    private Rows rows(Rows rows) {
        return switch (point) {
            case EDIT_COMMITTED -> trap.at(Rows.class, rows, "update", false);
            case IN_DECISION -> trap.inside(rows, Source.DECISION);
            case IN_UNDO -> trap.inside(rows, Source.UNDO);
            case IN_LIST -> trap.inside(rows, Source.DRIFT);
            default -> rows;
        };
    }

    private EventTypes types(EventTypes types) {
        return switch (point) {
            case INTENT_COMMITTED -> trap.at(EventTypes.class, types, "write", true);
            case PATCH_ANSWERED -> trap.at(EventTypes.class, types, "write", false);
            case POST_ANSWERED -> trap.at(EventTypes.class, types, "create", false);
            default -> types;
        };
    }

    private void edit(ExecutorService threads, Site site, int thread) {
        var _ = threads.submit(() -> {
            for (int i = 0; i < EDITS; i++) {
                String name = prefix + "-" + thread + "-" + i;
                site.edit(1 + thread * 2 + i % 2, Field.NAME, name);
                out.println(name + ".");
            }
            return EDITS;
        });
    }

    /// Goes to the point while the edits go on.
    private void come(Site site) throws ProblemException {
        switch (point) {
            case IN_COMPACTION, IN_RESTORE -> {}
            case IN_IMPORT, IN_BACKUP -> trap.setFor(Thread.currentThread(), passes);
            default -> trap.set(passes);
        }
        switch (point) {
            case IN_BACKUP -> site.workspace().backup(folder.resolve(prefix + ".zip"));
            case IN_RESTORE -> restore(site);
            case IN_COMPACTION -> compact(site);
            case IN_IMPORT -> site.links().importInto(1, Set.of());
            case POST_APPLIED, POST_ANSWERED -> site.links().create(added(site));
            case IN_UNDO -> undo(site);
            case IN_DECISION -> decide(site);
            default -> sync(site);
        }
    }

    /// Pushes as the window's scheduler does, until the kill: how soon the editing threads get their turn is not known.
    private void sync(Site site) throws ProblemException {
        site.runs().sync(SyncOptions.PLAIN, Progress.NONE);
        while (true) site.runs().push(BUSY);
    }

    private void compact(Site site) throws ProblemException {
        site.workspace().close();
        try (var connections = new Connections(new H2File(folder.resolve("console")), false, 0)) {
            trap.setFor(Thread.currentThread(), passes);
            connections.tidy();
        }
    }

    private void restore(Site site) throws ProblemException {
        var zip = folder.resolve(prefix + ".zip");
        site.workspace().close();
        try (var again = Workspace.open(folder, InstantSource.system(), Message::key)) {
            again.backup(zip);
        }
        trap.setFor(Thread.currentThread(), passes);
        Workspace.restore(folder, zip, InstantSource.system());
    }

    private long added(Site site) throws ProblemException {
        var values =
                Map.<Field, Object>of(Field.NAME, prefix + "-new", Field.SLUG, prefix + "-new", Field.DURATION, 30L);
        return site.editing().add(1, "", new Patch(values)).id();
    }

    private void undo(Site site) throws ProblemException {
        site.edit(UNDONE, Field.NAME, prefix);
        site.history().undo(site.history().entries(Query.ofService(UNDONE, 1)).getFirst().seq());
    }

    private void decide(Site site) throws ProblemException {
        site.runs().sync(SyncOptions.PLAIN, Progress.NONE);
        long version = site.session().rows().get(DECIDED).version();
        site.review().decide(DECIDED, version, Map.of(Field.DESCRIPTION, Choice.PLATFORM), "");
    }
}
