package io.calsync.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calsync.domain.Choice;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Row;
import io.calsync.domain.SyncStatus;
import io.calsync.sandbox.Fault;
import io.calsync.sandbox.FaultKind;
import io.calsync.sandbox.LoggedRequest;
import io.calsync.sandbox.SandboxOptions;
import io.calsync.sandbox.SandboxServer;
import io.calsync.sync.Catalogue;
import io.calsync.sync.Journal.Query;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Progress;
import io.calsync.sync.ServiceView;
import io.calsync.sync.SyncOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills real consoles at every [KillPoint] while they edit, and goes on with what they leave: nothing acknowledged is
/// lost, nothing reaches Cal.com twice. `-Dkills=N` sets how many, one point after the other,
/// and `-Dlanes=N` how many at a time.
class KillTest {
    private static final KillPoint[] POINTS = KillPoint.values();

    /// How many kills one workspace goes through.
    private static final int ROUND = POINTS.length / 2;

    @TempDir private Path directory;

    private Killer.Weapon weapon;

    @BeforeEach
    void prepare() throws Exception {
        weapon = Killer.Weapon.in(Files.createDirectory(directory.resolve("weapon")));
        try (var round = new Round(0)) {
            round.train();
        }
    }

    @Test
    void nothingIsLostAndNothingIsDoneTwice() throws Exception {
        int kills = Integer.getInteger("kills", POINTS.length);
        var rounds = new ArrayList<Callable<Map<KillPoint, Integer>>>();
        for (int first = 0; first < kills; first += ROUND) {
            int from = first;
            rounds.add(() -> kill(from, Math.min(from + ROUND, kills)));
        }
        var killed = new EnumMap<KillPoint, Integer>(KillPoint.class);
        try (var lanes = Executors.newFixedThreadPool(Integer.getInteger("lanes", 2))) {
            for (var round : lanes.invokeAll(rounds))
                round.get().forEach((point, times) -> killed.merge(point, times, Integer::sum));
        }
        System.out.println("killed: " + killed);
        assertEquals(kills, killed.values().stream().mapToInt(Integer::intValue).sum());
    }

    private Map<KillPoint, Integer> kill(int from, int to) throws Exception {
        var killed = new EnumMap<KillPoint, Integer>(KillPoint.class);
        try (var round = new Round(from + 1)) {
            for (int kill = from; kill < to; kill++) {
                var point = POINTS[kill % POINTS.length];
                round.kill(point, "k" + (kill + 1));
                killed.merge(point, 1, Integer::sum);
            }
        }
        System.out.println("kills " + (from + 1) + " to " + to + ": nothing lost, nothing twice");
        return killed;
    }

    /// One workspace and one Cal.com that go through all points.
    private final class Round implements AutoCloseable {
        private final Path folder;
        private final SandboxServer sandbox = SandboxServer.start(
                SandboxOptions.hosted().services(10).withoutRateLimit());
        private final Set<String> acknowledged = new HashSet<>();
        private final Map<String, String> lastWrites = new HashMap<>();
        private final Random random;
        private long checked;

        Round(int number) throws Exception {
            random = new Random(number);
            folder = Files.createDirectory(directory.resolve("round " + number));
            try (var site = Site.of(open(), sandbox.baseUrl())) {
                site.workspace().seed(new Seed(List.of(Fixture.SALON), List.of(), Map.of()), Fixture.IMPORT);
                site.links().importInto(1, Set.of());
                sync(site);
            }
            Fixture.sql(folder, "set retention_time 0");
        }

        @Override
        public void close() {
            sandbox.close();
        }

        private Workspace open() throws ProblemException {
            return Workspace.open(folder, InstantSource.system(), Message::key);
        }

        /// A victim goes through the whole of a session.
        void train() throws Exception {
            prepare(KillPoint.IN_DECISION, "training");
            try (var victim = weapon.train()) {
                victim.order(folder, sandbox.baseUrl(), "training", KillPoint.IN_DECISION, Victim.NEVER);
                victim.edits(1);
                victim.go();
                victim.process().onExit().join();
            }
        }

        void kill(KillPoint point, String prefix) throws Exception {
            prepare(point, prefix);
            try (var victim = weapon.start()) {
                victim.order(folder, sandbox.baseUrl(), prefix, point, passes(point));
                if (point != KillPoint.IN_MIGRATION) {
                    acknowledged.addAll(victim.edits(3 + random.nextInt(12)));
                    victim.go();
                }
                switch (point) {
                    case PATCH_LOST, PATCH_APPLIED -> victim.until(() -> isHeld("PATCH"));
                    case POST_APPLIED -> victim.until(() -> isHeld("POST"));
                    case ANY_TIME -> acknowledged.addAll(victim.edits(1 + random.nextInt(60)));
                    default -> acknowledged.addAll(victim.untilThePoint());
                }
                acknowledged.addAll(victim.kill());
            }
            sandbox.faults().clear();
            assertNothingTwice(point);
            var workspace = point == KillPoint.IN_MIGRATION ? Victim.openNewer(folder) : open();
            try (var site = Site.of(workspace, sandbox.baseUrl())) {
                assertNothingLost(workspace, point);
                goOn(site, point, prefix);
            }
            assertNothingTwice(point);
        }

        private int passes(KillPoint point) {
            return switch (point) {
                case IN_DECISION, IN_UNDO, POST_ANSWERED, IN_IMPORT -> 0;
                case IN_MIGRATION -> random.nextInt(6);
                case IN_COMPACTION -> random.nextInt(4);
                default -> random.nextInt(3);
            };
        }

        /// What happens at Cal.com meanwhile.
        private void prepare(KillPoint point, String prefix) throws ProblemException {
            var world = sandbox.world();
            switch (point) {
                case PATCH_LOST -> sandbox.faults()
                        .add(Fault.of(FaultKind.TIMEOUT_BEFORE).on("PATCH", "*").after(random.nextInt(3)));
                case PATCH_APPLIED -> sandbox.faults()
                        .add(Fault.of(FaultKind.TIMEOUT_AFTER).on("PATCH", "*").after(random.nextInt(3)));
                case POST_APPLIED -> sandbox.faults().add(Fault.of(FaultKind.TIMEOUT_AFTER).on("POST", "*"));
                case IN_DECISION -> describe(Victim.DECIDED, prefix);
                case IN_LIST -> List.of(7L, 8L, 9L).forEach(id -> describe(id, prefix));
                case IN_IMPORT -> {
                    for (int i = 0; i < 3; i++) {
                        var copy = world.all().getFirst();
                        String slug = prefix + "-" + i;
                        world.put(copy.put("id", 10_000L + world.all().size()).put("slug", slug).put("title", slug));
                    }
                }
                default -> {}
            }
        }

        /// A stranger changes the description of a service's event type.
        private void describe(long service, String text) {
            sandbox.world().edit(sandbox.world().all().get((int) service - 1).get("id").asLong(),
                    doc -> doc.put("description", text + " by a stranger"));
        }

        /// Whether the request that is struck has come.
        private boolean isHeld(String method) {
            return sandbox.log().since(checked).stream()
                    .anyMatch(request -> request.method().equals(method) && request.status() == 0);
        }

        /// An event type has no value written to it twice in a row, and no slug is there twice.
        private void assertNothingTwice(KillPoint point) {
            for (LoggedRequest request : sandbox.log().since(checked)) {
                checked = request.number();
                boolean arrived = request.status() != 0 || point != KillPoint.PATCH_LOST;
                if (!request.isWrite() || !arrived) continue;
                var before = lastWrites.put(request.method() + " " + request.path(), request.body());
                assertNotEquals(before, request.body(), () -> "twice at " + point + ": " + request);
            }
            var slugs = sandbox.world().all().stream().map(type -> type.get("slug").asText()).toList();
            assertEquals(slugs.size(), new HashSet<>(slugs).size(), () -> "an event type is there twice: " + slugs);
        }

        private void assertNothingLost(Workspace workspace, KillPoint point) throws ProblemException {
            var entries = new ArrayList<>(workspace.journal().entries(Query.newest(Integer.MAX_VALUE)).reversed());
            var lost = new HashSet<>(acknowledged);
            entries.forEach(entry -> lost.remove(entry.service()));
            assertEquals(Set.of(), lost, () -> "lost at " + point);
            assertTrue(workspace.journal().verify().whole(), () -> "trail after " + point);
            entries.removeIf(entry -> entry.serviceId() == 0);
            assertEquals(DurabilityTest.played(entries), names(workspace.rows().all()),
                    () -> "replayed after " + point);
        }

        /// The next console finds what was begun, asks only what a stranger did, and brings both sides together.
        private void goOn(Site site, KillPoint point, String prefix) throws ProblemException {
            sync(site);
            var asked = switch (point) {
                case IN_DECISION -> Set.of(Victim.DECIDED);
                case IN_LIST -> Set.of(7L, 8L, 9L);
                default -> Set.<Long>of();
            };
            for (ServiceView conflict : site.review().conflicts()) {
                assertTrue(asked.contains(conflict.id()), () -> "asks at " + point + " about " + conflict.outlook());
                assertEquals(prefix + " by a stranger", held(conflict).get("description").asText(),
                        () -> "replaced at " + point);
                site.review().decide(conflict.id(), conflict.row().version(), Map.of(Field.DESCRIPTION, Choice.CALCOM),
                        "");
            }
            if (point == KillPoint.POST_APPLIED || point == KillPoint.POST_ANSWERED) createAgain(site, prefix);
            sync(site);
            for (ServiceView view : new Catalogue(site.session()).all()) {
                assertEquals(SyncStatus.SYNCED, view.status(), () -> view.name() + " after " + point);
                assertEquals(view.name(), held(view).get("title").asText());
            }
        }

        /// The event type that the killed console has created is found by its slug.
        private void createAgain(Site site, String prefix) throws ProblemException {
            var made = new Catalogue(site.session()).all().stream()
                    .filter(view -> view.name().equals(prefix + "-new"))
                    .findFirst()
                    .orElseThrow();
            var taken = assertThrows(ProblemException.class, () -> site.links().create(made.id()));
            assertEquals(new Problem.SlugTaken(prefix + "-new"), taken.problem());
            site.links().link(made.id(), site.links().suggestions(made.id()).getFirst().id());
        }

        private ObjectNode held(ServiceView view) {
            return sandbox.world().get(view.row().link().eventTypeId());
        }
    }

    private static void sync(Site site) throws ProblemException {
        site.runs().sync(SyncOptions.PLAIN, Progress.NONE);
    }

    private static List<String> names(List<Row> rows) {
        return rows.stream().sorted(Comparator.comparingLong(Row::id)).map(row -> row.platform().text(Field.NAME))
                .toList();
    }
}
