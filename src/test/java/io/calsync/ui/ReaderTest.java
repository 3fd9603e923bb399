package io.calsync.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// What the journeys in two languages would stumble over.
class ReaderTest {
    @BeforeEach
    void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void leave() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | 2 waiting                         | [waiting]
            de | Preis: 45.00 €                    | [45.00]
            de | am Nov 24, 2026, 9:10 AM          | [AM]
            de | [x-y.z] ist „nicht“ da            | [[x-y.z]]
            de | “Balayage” ist gespeichert.       | [“]
            de | Bridal of the day ist gespeichert |
            de | Preis: 45,00 €, am 24.11.2026     |
            en | 2 waiting, checked 9:10 AM        |
            en | Price: 45,00 €                    | [5,00]
            en | geprüft am 24.11.2026             | [24.11.2026, geprüft]
            """)
    void anotherLanguageIsNoticed(String language, String said, String noticed) throws TimeoutException {
        var reader = new Reader(Locale.of(language), () -> Set.of("Bridal of the day"));
        FxToolkit.setupStage(stage -> show(stage, said));
        WaitForAsyncUtils.waitForAsyncFx(10_000, reader::read);
        assertEquals(noticed == null ? "" : noticed + " in: " + said, String.join("\n", reader.complaints()));
    }

    private static void show(Stage stage, String said) {
        var line = new Label("7");
        line.setTooltip(new Tooltip(said));
        stage.setScene(new Scene(new VBox(line)));
        stage.show();
    }
}
