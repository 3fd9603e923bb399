package io.calsync.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calsync.domain.Field;
import io.calsync.domain.Patch;
import io.calsync.sync.ServiceView;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A backup takes the workspace's place while the window is open.
class RestoreWindowTest extends SandboxWindow {
    private static final String LATER = "Renamed after the backup";

    @Test
    void theWindowShowsWhatWasBackedUpAndCalcomKeepsWhatItWasSentSince() throws Exception {
        manager();
        var zip = backup();
        var edited = rename();
        var before = new WeakReference<>(find("#main-window", Node.class));
        restore(zip);
        until(() -> hasCell(edited.name()) && !hasCell(LATER));
        until(() -> shows("#told-banner"));
        String told = textBelow("#told-banner");
        assertTrue(tells(told, "restored.done", zip) && tells(told, "restored.holds", 12), told);
        assertTrue(told.contains(folder.resolve("console-replaced-").toString()), told);
        picture("restored");
        press("#told-banner #close");
        until(() -> !shows("#told-banner"));
        assertTrue(files().stream().anyMatch(name -> name.startsWith("console-replaced-")), files().toString());
        look();
        until(() -> shows(texts.count("review.waiting", 1)));
        picture("restored-asks");
        assertTrue(hasCell(edited.name()) && !hasCell(LATER));
        assertEquals(LATER, titleOf(edited), "Cal.com stays as it is until somebody decides");
        // What was shown before is not kept.
        until(() -> {
            System.gc();
            return before.refersTo(null);
        });
    }

    @Test
    void whatIsTypedWhileTheBackupIsVerifiedIsAskedAboutBeforeItTakesThePlace() throws Exception {
        manager();
        var zip = backup();
        rename();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        until(() -> hasCell(LATER));
        robot.interact(() -> table().getSelectionModel().clearAndSelect(0));
        until(() -> shows("#field-duration_minutes"));
        data();
        files.choose(zip);
        press("#restore");
        until(() -> shows(".dialog-text"));
        robot.interact(() -> {
            button(".dialog-pane #restore").fire();
            button("#go-services").fire();
            find("#field-duration_minutes", TextInputControl.class).setText("41");
        });
        until(() -> shows("#keep-editing"));
        picture("restore-unsaved");
        press("#keep-editing");
        until(() -> !shows("#keep-editing"));
        assertEquals("41", find("#field-duration_minutes", TextInputControl.class).getText());
        assertTrue(hasCell(LATER) && files().stream().noneMatch(name -> name.startsWith("console-re")));
        press("#discard");
        restore(zip);
        until(() -> !hasCell(LATER) && shows("#told-banner"));
    }

    @Test
    void aDamagedBackupIsNamedAndEverythingGoesOnAsItWas() throws Exception {
        manager();
        var zip = backup();
        var edited = rename();
        var bytes = Files.readAllBytes(zip);
        for (int i = 0; i < 100; i++) bytes[bytes.length / 2 + i] ^= 0x55;
        Files.write(zip, bytes);
        restore(zip);
        until(() -> shows("#data-result") && textBelow("#data-result").contains(zip.toString()));
        picture("restore-damaged");
        assertTrue(files().stream().noneMatch(name -> name.startsWith("console-re")), files().toString());
        assertEquals(LATER, workspace.service().catalogue().get(edited.id()).name());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        until(() -> hasCell(LATER));
        workspace.service().editing().save(edited.id(), workspace.service().catalogue().get(edited.id()).values(),
                Patch.of(Field.DURATION, 44L));
        until(() -> sandbox.world().get(edited.row().link().eventTypeId()).get("lengthInMinutes").asInt() == 44);
    }

    @Test
    void aRestoreThatFailsInTheMiddleLeavesTheOldWorkspaceOpenAndSaysSo() throws Exception {
        manager();
        var zip = backup();
        rename();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        until(() -> hasCell(LATER));
        for (int seconds = 0; seconds < 120; seconds++) obstruct(Instant.now().plusSeconds(seconds));
        restore(zip);
        until(() -> shows("#problem-banner"));
        String told = textBelow("#problem-banner");
        assertTrue(tells(told, "restored.not", zip) && tells(told, "restore.not-written", folder), told);
        until(() -> hasCell(LATER));
        picture("restore-failed");
    }

    /// Takes the name under which what is replaced at that moment would be kept.
    private void obstruct(Instant then) throws Exception {
        String stamp = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC).format(then);
        Files.createDirectories(folder.resolve("console-replaced-" + stamp + ".mv.db").resolve("taken"));
    }

    private Path backup() {
        var zip = folder.resolve("copy.zip");
        data();
        files.choose(zip);
        press("#backup");
        until(() -> shows("#data-result") && textBelow("#data-result").contains(zip.toString()));
        return zip;
    }

    private void restore(Path zip) {
        data();
        files.choose(zip);
        press("#restore");
        until(() -> shows(".dialog-text"));
        robot.push(KeyCode.ENTER);
    }

    private void data() {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        press("#open-data");
        until(() -> shows("#backup"));
    }

    /// @return what it was before its name was changed on both sides
    private ServiceView rename() throws Exception {
        var before = views().getFirst();
        workspace.service().editing().save(before.id(), before.values(), Patch.of(Field.NAME, LATER));
        until(() -> titleOf(before).equals(LATER));
        return before;
    }

    private String titleOf(ServiceView view) {
        return sandbox.world().get(view.row().link().eventTypeId()).get("title").asText();
    }

    private boolean hasCell(String text) {
        return robot.lookup(".table-cell").queryAllAs(TableCell.class).stream()
                .anyMatch(cell -> cell.isVisible() && text.equals(cell.getText()));
    }

    private List<String> files() throws Exception {
        try (var names = Files.list(folder)) {
            return names.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
