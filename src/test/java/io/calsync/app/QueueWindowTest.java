package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.cli.Host.Target;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Patch;
import io.calsync.domain.SyncStatus;
import io.calsync.sandbox.Fault;
import io.calsync.sandbox.FaultKind;
import io.calsync.sync.Journal;
import io.calsync.sync.Operator;
import io.calsync.sync.Progress;
import io.calsync.sync.SyncOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// What waits for its push, why, and for how long; and what each role may do about it.
class QueueWindowTest extends SandboxWindow {
    @Test
    void aPushThatFailedSaysWhyAndWhenItIsTriedAgainAndGoesAtOnceWhenAsked() throws Exception {
        sandbox.faults().add(Fault.of(FaultKind.ERROR_502).on("PATCH", "/v2/event-types/*").times(1_000));
        edit(1);
        manager();
        until(() -> shows("#retry-all"));
        robot.interact(() -> table().getSelectionModel().select(0));
        until(() -> shows("#details-notice") && tells(textBelow("#details-notice"), "tip.next"));
        String said = textBelow("#details-notice");
        assertTrue(tells(said, "tip.failed", texts.say("problem.server-failed", 502)), said);
        assertTrue(Stream.of("in.now", "in.seconds.one", "in.seconds.many", "in.minutes.one", "in.minutes.many")
                .anyMatch(when -> tells(said, "tip.next", texts.say(when))), said);
        picture("backoff");
        press("#show-waiting");
        until(() -> shows("#outcome-table"));
        picture("pending-preview");
        robot.push(KeyCode.ESCAPE);
        sandbox.faults().clear();
        press("#retry-all");
        until(() -> count(SyncStatus.SYNCED) == SERVICES);
        until(() -> !shows("#retry-all"));
    }

    @Test
    void aUsedUpBudgetIsSaidWithItsEndAndCancelLeavesTheRestWaiting() throws Exception {
        var settings = new SettingsFile(folder);
        settings.save(settings.load().withPace(3_600, 8));
        connect("ANN");
        edit(SERVICES);
        manager();
        until(() -> tells(text("#bar-waiting"), "bar.waiting.limit"));
        look();
        until(() -> shows("#bar-run") && tells(text("#bar-step"), "bar.limit"));
        assertTrue(tells(find("#bar-budget", Labeled.class).getTooltip().getText(), "bar.budget.tip"));
        picture("limit");
        press("#cancel-run");
        assertTrue(button("#cancel-run").isDisabled());
        assertTrue(count(SyncStatus.PENDING) > 0, "the rest waits");
        assertClosesAtOnce();
    }

    @Test
    void aWindowWhoseCalcomDoesNotAnswerClosesAtOnce() throws Exception {
        edit(1);
        sandbox.faults()
                .add(Fault.of(FaultKind.TIMEOUT_BEFORE).on("GET", "*").hold(Duration.ofMinutes(1)).times(1_000));
        manager();
        until(() -> shows("#sync"));
        int before = sandbox.log().all().size();
        look();
        until(() -> sandbox.log().all().size() > before);
        assertClosesAtOnce();
    }

    /// And leaves nothing in the workspace that never happened.
    private void assertClosesAtOnce() throws Exception {
        FxToolkit.setupFixture(() -> table().getScene().getWindow().hide());
        closed.get(5, TimeUnit.SECONDS);
        workspace = wiring.open(new Target(folder, false, null));
        assertEquals(List.of(), views().stream().filter(view -> view.row().attempt().failures() > 0).toList());
        var notes = workspace.service().history().entries(Journal.Query.newest(1_000)).stream()
                .map(entry -> entry.what() instanceof Message what ? what.key() : "").toList();
        assertFalse(notes.contains("problem.unreachable"), notes.toString());
        workspace.close();
    }

    @Test
    void aDeletedEventTypeIsAskedAboutOnceWithThreeAnswers() throws Exception {
        sandbox.world().delete(eventTypes().getFirst());
        manager();
        look();
        until(() -> count(SyncStatus.CONFLICT) == 1);
        robot.interact(() -> table().getSelectionModel().select(0));
        press("#details #review");
        until(() -> shows("#gone-wait"));
        for (String answer : List.of("#gone-deactivate", "#gone-create", "#gone-wait")) press(answer);
        assertTrue(tells(textBelow("#preview"), "review.gone.wait.preview"));
        picture("gone");
        press("#apply");
        until(() -> count(SyncStatus.ERROR) == 1);
        look();
        until(() -> tells(text("#bar-checked"), "bar.checked"));
        assertEquals(0, count(SyncStatus.CONFLICT), "it is not asked again");
    }

    @Test
    void aViewerReadsWhyNothingCanBeDone() throws Exception {
        sandbox.world().edit(eventTypes().getFirst(), doc -> doc.put("title", "Theirs"));
        workspace.service().runs().sync(SyncOptions.PLAIN, Progress.NONE);
        window(Operator.Role.VIEWER);
        robot.interact(() -> {
            table().getSelectionModel().select(1);
            table().getSelectionModel().select(0);
        });
        until(() -> shows("#details"));
        String toggle = shows("#details #deactivate") ? "#details #deactivate" : "#details #activate";
        for (String refused : List.of("#sync", "#new-service", "#details #own-rule", "#details #duplicate", toggle,
                "#marked-own-rule", "#marked-retry")) {
            assertTrue(button(refused).isDisabled(), refused);
            assertTrue(tells(button(refused).getTooltip().getText(), "problem.not-allowed.viewer"), refused);
        }
        picture("viewer");
    }

    private void edit(int services) throws Exception {
        for (var view : views().subList(0, services)) {
            workspace.service().editing().save(view.id(), view.values(), Patch.of(Field.BUFFER_BEFORE, 25L));
        }
    }
}
