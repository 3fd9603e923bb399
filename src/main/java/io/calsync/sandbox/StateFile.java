package io.calsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Keeps a world in a file, so that the sample's Cal.com remembers its event types from one start to the next.
final class StateFile {
    private final Path file;

    StateFile(Path file) {
        this.file = file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /// @throws UncheckedIOException when the file cannot be read or is no state file
    void load(World world) {
        try {
            JsonNode state = Json.read(Files.readString(file));
            List<ObjectNode> docs = new ArrayList<>();
            state.path("eventTypes").forEach(doc -> docs.add((ObjectNode) doc));
            world.putAll(docs);
            world.remember(state.path("history").valueStream().map(Change::read).toList());
            world.reserve(state.path("lastId").asLong());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes beside the file and then moves over it: a crash leaves the old state or the new one.
    void save(World world) {
        ObjectNode state = Json.object().put("lastId", world.lastId());
        state.set("eventTypes", Json.array(world.all()));
        state.set("history", Json.array(world.history().stream().map(Change::kept).toList()));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(fresh, Json.pretty(state));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
