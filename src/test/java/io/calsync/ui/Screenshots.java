package io.calsync.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import org.testfx.util.WaitForAsyncUtils;

/// Writes pictures of the window to `target/screenshots`, for a person to look at.
public final class Screenshots {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screenshots() {}

    /// From a test's own thread.
    public static void save(Parent root, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        var image = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            root.applyCss();
            root.layout();
            return root.snapshot(new SnapshotParameters(), null);
        });
        try {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(name + ".png"), png(image));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static byte[] png(WritableImage image) {
        return new Png((int) image.getWidth(), (int) image.getHeight(), image.getPixelReader()::getArgb).bytes();
    }
}
