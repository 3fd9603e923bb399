package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.ui.Shots;
import io.calsync.ui.kit.Theme;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsTest extends ServicesTest {
    @ParameterizedTest
    @ValueSource(strings = {
            "[{'name':'Cut','duration':30,'requires_staff':true},{'name':'Rest','duration':15,'requires_staff':false}]",
            "{'segments':[{'label':'Cut','minutes':30},{'title':'Rest','type':'gap','duration_minutes':'15'}]}",
            "[{'key':'Cut','durationMin':30,'gapAfterMin':0},{'name':'Rest','duration':15,'requiresStaff':false}]"})
    void everyShapeIsRead(String json) {
        var read = List.of(new Segments.Part("Cut", 30, true), new Segments.Part("Rest", 15, false));
        String text = json.replace('\'', '"');
        assertEquals(read, Segments.of(text).parts());
        assertEquals(read, Segments.of('"' + text.replace("\"", "\\\"") + '"').parts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "5", "{}", "[1, true, {}]", "not json",
            "[{\"name\": \"x\", \"duration\": -5}]"})
    void whatCannotBeUnderstoodHasNoParts(String text) {
        assertEquals(List.of(), Segments.of(text).parts());
    }

    @Test
    void aCompositeIsDrawnAndSaysWhereItDoesNotAddUp() throws Exception {
        untilLoaded();
        var wave =
                ui.services().all().stream().filter(view -> view.name().equals("Dauerwelle")).findFirst().orElseThrow();
        select(wave.id());
        until(() -> there("#segments"));
        robot.interact(() -> {
            for (Node at = stage.getScene().lookup("#protected-fields"); at != null; at = at.getParent())
                if (at instanceof ScrollPane scroll) scroll.setVvalue(1);
        });
        assertTrue(textBelow("#segments").contains("Einwirkzeit, 15 min, nobody needed"), textBelow("#segments"));
        assertFalse(there("#segments-sum"));
        workspace.sync.editing().save(wave.id(), wave.values(), Patch.of(Field.DURATION, 115L));
        until(() -> there("#segments-sum"));
        assertTrue(((Label) stage.getScene().lookup("#segments-sum")).getText()
                .contains("add up to 135 min, but the service takes 115 min"));
        robot.interact(() -> {
            for (Node at = stage.getScene().lookup("#segments-sum"); at != null; at = at.getParent())
                if (at instanceof ScrollPane scroll) scroll.setVvalue(1);
        });
        Shots.shoot(stage.getScene(), "segments-light");
        robot.interact(() -> ui.appearance().theme().set(Theme.DARK));
        Shots.shoot(stage.getScene(), "segments-dark");
    }

    /// Below what is in sight.
    private boolean there(String query) {
        return stage.getScene().lookup(query) != null;
    }
}
