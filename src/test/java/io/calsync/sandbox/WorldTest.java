package io.calsync.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldTest {
    @TempDir private Path folder;

    private SandboxOptions kept() {
        return SandboxOptions.hosted().services(3).stateFile(folder.resolve("calcom.json"));
    }

    @Test
    void changesSurviveARestart() throws IOException, InterruptedException {
        try (SandboxServer server = SandboxServer.start(kept());
                Client client = Client.of(server)) {
            client.patch("/v2/event-types/1", "{\"title\":\"Übrig\"}");
            server.world().delete(3);
        }
        try (SandboxServer server = SandboxServer.start(kept())) {
            assertEquals(List.of(1L, 2L), server.world().all().stream().map(Documents::id).toList());
            assertEquals("Übrig", server.world().get(1).path("title").asText());
            assertEquals("Übrig", server.world().history(1).getFirst().after().path("title").asText());
            assertEquals(4, server.world().recreate(2), "a deleted id stays used");
        }
        try (var files = Files.list(folder)) {
            assertEquals(List.of("calcom.json"), files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void aBrokenStateFileIsReportedAndLeftAlone() throws IOException {
        Path file = folder.resolve("calcom.json");
        Files.writeString(file, "{\"eventTypes\":[");
        assertThrows(UncheckedIOException.class, () -> SandboxServer.start(kept()));
        assertEquals("{\"eventTypes\":[", Files.readString(file));
    }

    @Test
    void theHiddenThirdPersonNeedsNoRequest() throws IOException, InterruptedException {
        try (SandboxServer server = SandboxServer.start(SandboxOptions.hosted().services(2));
                Client client = Client.of(server)) {
            server.world().edit(1, doc -> doc.put("title", "Standard Cut").put("lengthInMinutes", 20));
            assertEquals("Standard Cut", client.get("/v2/event-types/1").data().path("title").asText());
            long fresh = server.world().recreate(1);
            assertEquals(404, client.get("/v2/event-types/1").status());
            assertEquals("Standard Cut", client.get("/v2/event-types/" + fresh).data().path("title").asText());
            assertEquals(List.of("DELETED", "UPDATED"),
                    server.world().history(1).stream().map(Change::action).toList());
            assertThrows(IllegalArgumentException.class, () -> server.world().edit(99, doc -> {}));
            assertEquals(List.of(), server.log().writes());
        }
    }

    @Test
    void whatIsHandedOutIsACopy() throws IOException {
        try (SandboxServer server = SandboxServer.start(SandboxOptions.hosted().services(1))) {
            server.world().get(1).put("title", "mine");
            assertFalse(server.world().get(1).path("title").asText().equals("mine"));
        }
    }

    @Test
    void tenThousandAreListedWithinASecond() throws IOException, InterruptedException {
        try (SandboxServer server = SandboxServer.start(SandboxOptions.hosted().services(10_000));
                Client client = Client.of(server)) {
            Duration best = Duration.ofDays(1);
            String all = "";
            // Other programs on a busy machine slow single attempts down, so the best of several counts.
            for (int attempt = 0; attempt < 10 && best.toMillis() >= 1000; attempt++) {
                long start = System.nanoTime();
                all = client.get("/v2/event-types?sortCreatedAt=asc").text();
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                best = took.compareTo(best) < 0 ? took : best;
            }
            assertTrue(best.toMillis() < 1000, "the best took " + best);
            assertEquals(10_000, Json.read(all).path("data").size());
        }
    }

    @Test
    void theCatalogueIsTheSameEachTimeAndWithoutDoubles() {
        var first = Catalogue.generate(Account.ANN, 1, 2000);
        assertEquals(first, Catalogue.generate(Account.ANN, 1, 2000));
        Set<String> slugs = first.stream().map(doc -> doc.path("slug").asText()).collect(Collectors.toSet());
        assertEquals(2000, slugs.size());
        assertTrue(slugs.stream().allMatch(slug -> slug.matches("[a-z0-9-]+")), slugs::toString);
        assertEquals(Set.of("always", "time", ""), first.stream()
                .map(doc -> doc.path("confirmationPolicy").path("type").asText("")).collect(Collectors.toSet()));
    }
}
