package io.calsync.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.calsync.domain.Message;
import io.calsync.sync.FileProblem;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A workspace's `settings.json`. A setting that it does not hold has its default; what it holds beyond is passed over.
public final class SettingsFile {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Path file;

    public SettingsFile(Path workspace) {
        file = workspace.resolve("settings.json");
    }

    public Settings load() throws ProblemException {
        if (!Files.exists(file)) return Settings.DEFAULT;
        try {
            ObjectNode settings = MAPPER.valueToTree(Settings.DEFAULT);
            if (MAPPER.readTree(Files.readString(file)) instanceof ObjectNode kept)
                settings.setAll(kept.removeNulls());
            return MAPPER.treeToValue(settings, Settings.class);
        } catch (JsonProcessingException e) {
            throw new ProblemException(new Problem.StoreUnusable(Message.of("settings.broken", file)), e);
        } catch (IOException e) {
            throw new ProblemException(FileProblem.unreadable(file, e), e);
        }
    }

    /// Writes beside the file and then moves over it, so that a crash leaves the old settings or the new ones.
    public void save(Settings settings) throws ProblemException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(draft, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(settings));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ProblemException(FileProblem.unwritable(file, e), e);
        }
    }

    /// @param setting the one whose value is none of it
    static ProblemException unusable(String setting, String value) {
        return new ProblemException(new Problem.NotPossible(Message.of("settings.no-value", setting, value)));
    }
}
