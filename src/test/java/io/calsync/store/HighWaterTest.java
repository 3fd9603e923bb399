package io.calsync.store;

import static io.calsync.store.Fixture.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HighWaterTest {
    @TempDir private Path directory;

    @Test
    void aTornNoteLeavesTheOneBeforeIt() throws Exception {
        try (var mark = HighWater.open(directory)) {
            mark.reached(100, 1, NOW);
            mark.reached(200, 2, NOW);
        }
        var text = Files.readString(HighWater.in(directory), StandardCharsets.US_ASCII);
        Files.writeString(HighWater.in(directory), text.replace("2 200 2 2", "2 200 3 2"));
        assertEquals(100, HighWater.read(directory).orElseThrow().length());
    }

    @Test
    void oneThatCannotBeWrittenIsRemovedSoThatNothingBehindItIsCutOff() throws Exception {
        var mark = HighWater.open(directory);
        mark.reached(100, 1, NOW);
        mark.close();
        mark.reached(200, 2, NOW);
        assertEquals(Optional.empty(), HighWater.read(directory));
    }
}
