package io.calsync.ui.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Policy;
import io.calsync.domain.SyncStatus;
import io.calsync.ui.kit.RuleDialog;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.Test;

class RuleDialogTest extends ServicesTest {
    @Test
    void aRuleCanBeSetOnlyUnderItsOwnPreview() {
        untilLoaded();
        var service = first(SyncStatus.CONFLICT);
        robot.interact(() -> RuleDialog.open(ui, table(), List.of(service), Field.NAME));
        choose(Policy.PLATFORM_WINS);
        until(() -> !set().isDisabled());
        synchronized (workspace.salon) {
            choose(Policy.CALCOM_WINS);
            assertTrue(set().isDisabled(), "its preview is not there yet");
            assertEquals(ui.words().say("outcome.looking"), set().getTooltip().getText());
        }
        until(() -> !set().isDisabled());
    }

    private ButtonBase set() {
        return find("#set-policy", ButtonBase.class);
    }

    private void choose(Policy policy) {
        String words = ui.words().say("policy." + policy.name().toLowerCase(Locale.ROOT));
        robot.interact(() -> {
            ComboBox<?> rules = find("#rule-rule", ComboBox.class);
            for (int i = 0; i < rules.getItems().size(); i++)
                if (rules.getItems().get(i).toString().equals(words)) rules.getSelectionModel().select(i);
        });
    }
}
