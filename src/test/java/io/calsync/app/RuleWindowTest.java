package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.FieldFacts.OwnPolicy;
import io.calsync.domain.Policy;
import io.calsync.domain.SyncStatus;
import io.calsync.sync.ProblemException;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A service's own rule: set where its differences are seen, for one or for several, with what it would decide now.
class RuleWindowTest extends SandboxWindow {
    @BeforeEach
    void differences() throws Exception {
        for (long id : eventTypes().subList(0, 3)) sandbox.world().edit(id, doc -> doc.put("title", "Theirs " + id));
        manager();
        look();
        until(() -> count(SyncStatus.CONFLICT) == 3);
    }

    @Test
    void leavingAFieldAloneFromTheDetailsNeedsAReasonAndShowsWhatItDecides() throws Exception {
        mark(0);
        press("#details #own-rule");
        choose(Policy.LEAVE_ALONE);
        until(() -> lines() == 1);
        assertTrue(button("#set-policy").isDisabled());
        assertEquals(texts.say("policy.needs-reason"), button("#set-policy").getTooltip().getText());
        type("Messe 2027");
        picture("rule-one");
        press("#set-policy");
        until(() -> own(0) != null);
        assertEquals(new OwnPolicy(Policy.LEAVE_ALONE, "Messe 2027"), own(0));
        until(() -> count(SyncStatus.CONFLICT) == 2);
        robot.clickOn("#tab-calcom");
        picture("rule-badge");
    }

    @Test
    void severalMarkedServicesGetOneRuleAndItActsAtOnce() throws Exception {
        mark(0, 1, 2, 3);
        until(() -> shows("#marked-bar"));
        picture("rule-marked");
        press("#marked-own-rule");
        choose(Policy.PLATFORM_WINS);
        until(() -> lines() == 3);
        assertEquals(texts.say("outcome.push.count", 3), text("#rule-counts"));
        picture("rule-many");
        press("#set-policy");
        until(() -> count(SyncStatus.SYNCED) == SERVICES);
        for (var view : views()) assertEquals(view.name(), sandbox.world().get(view.row().link().eventTypeId())
                .path("title").asText());
    }

    @Test
    void theReviewSetsARuleAndLiftsItAgain() throws Exception {
        press("#go-review");
        until(() -> shows("#heading-name"));
        press("#own-rule");
        choose(Policy.PLATFORM_WINS);
        until(() -> lines() == 1);
        picture("rule-review");
        press("#set-policy");
        until(() -> count(SyncStatus.CONFLICT) == 2);
        int ruled = IntStream.range(0, SERVICES).filter(at -> own(at) != null).findFirst().orElseThrow();
        press("#go-services");
        mark(ruled);
        press("#details #own-rule");
        choose(null);
        press("#set-policy");
        until(() -> own(ruled) == null);
    }

    @Test
    void decidingManyListsEveryValueBeforeItIsApplied() throws Exception {
        press("#go-review");
        press("#decide-many");
        until(() -> lines() == 3);
        picture("bulk");
        press("#bulk-apply");
        until(() -> count(SyncStatus.SYNCED) == SERVICES);
    }

    private void mark(int... rows) {
        robot.interact(() -> {
            table().getSelectionModel().clearSelection();
            for (int row : rows) table().getSelectionModel().select(row);
        });
    }

    private void choose(@Nullable Policy policy) {
        until(() -> shows("#rule-rule"));
        int at = policy == null ? 0 : policy.ordinal() + 1;
        robot.interact(() -> find("#rule-rule", ComboBox.class).getSelectionModel().select(at));
    }

    private void type(String reason) {
        robot.interact(() -> find("#rule-reason", TextInputControl.class).setText(reason));
    }

    private int lines() {
        return shows("#outcome-table") ? find("#outcome-table", TableView.class).getItems().size() : 0;
    }

    private @Nullable OwnPolicy own(int at) {
        try {
            return views().get(at).row().facts(Field.NAME).own();
        } catch (ProblemException unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
