package io.calsync.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calsync.ui.Access;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Every colour of text on every ground that the stylesheets put it on, computed from what the theme looks up.
class ContrastTest {
    private static final List<String> TEXTS = List.of("fg-default", "fg-muted");
    private static final List<String> TONES = List.of("accent", "success", "warning", "danger");
    private static final List<String> GROUNDS = List.of("bg-default", "bg-subtle", "bg-inset", "bg-overlay");

    @BeforeEach
    void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void light() {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> new Appearance(Theme.LIGHT, 100));
    }

    @ParameterizedTest
    @EnumSource(value = Theme.class, mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
    void everyTextStandsOutFromItsGround(Theme theme) {
        var faint = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            var box = new VBox();
            box.setStyle("-fx-background-color: -color-bg-default");
            for (String ground : GROUNDS) {
                for (String text : TEXTS) box.getChildren().add(label(text, ground));
                for (String tone : TONES) box.getChildren().add(label(tone + "-fg", ground));
            }
            for (String tone : TONES) {
                box.getChildren().add(label("fg-default", tone + "-subtle"));
                box.getChildren().add(label(tone + "-fg", tone + "-subtle"));
            }
            box.getChildren().add(label("fg-default", "neutral-subtle"));
            box.getChildren().add(label("fg-emphasis", "accent-emphasis"));
            new Appearance(theme, 100).dress(new Scene(box));
            box.applyCss();
            box.layout();
            assertEquals(box.getChildren().size(), Access.texts(box));
            return new ArrayList<>(Access.faint(box, Color.MAGENTA));
        });
        assertEquals(List.of(), faint);
    }

    @Test
    void theSystemsChoiceIsWorn() {
        assertEquals(Theme.LIGHT, Theme.SYSTEM.worn(false, false));
        assertEquals(Theme.DARK, Theme.SYSTEM.worn(true, false));
        assertEquals(Theme.HIGH_CONTRAST_LIGHT, Theme.SYSTEM.worn(false, true));
        assertEquals(Theme.HIGH_CONTRAST, Theme.SYSTEM.worn(true, true));
        assertEquals(Theme.LIGHT, Theme.LIGHT.worn(true, true));
    }

    private static Label label(String text, String ground) {
        var label = new Label(text + " on " + ground);
        label.setStyle("-fx-text-fill: -color-" + text + "; -fx-background-color: -color-" + ground);
        return label;
    }
}
