package io.calsync.ui.settings;

import io.calsync.sync.Journal.Verification;
import io.calsync.sync.Problem;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Banner;
import io.calsync.ui.kit.Dialogs;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Wrap;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Where the workspace lies, a copy of it and the way back to one, and the proof that its trail is whole.
final class DataSection extends Section {
    private static final int MOST_PROBLEMS = 8;

    private final WorkspaceData data;
    private final VBox outcome = new VBox();

    DataSection(UiContext ctx, WorkspaceData data) {
        super(ctx, "data");
        this.data = data;
        outcome.setId("data-outcome");
        var location = new TextField(data.location().toString());
        location.setId("data-location");
        location.setEditable(false);
        location.setAccessibleText(say("settings.data.location"));
        getChildren().addAll(line(say("settings.data.location"), "settings-subheading"), location,
                line(say("settings.data.backup"), "muted"),
                buttons(Action.BACKUP.button(ctx.words(), this::backup), managers(Action.RESTORE, this::restore)),
                line(say("settings.data.trail"), "settings-subheading"), line(say("settings.data.receipt"), "muted"),
                buttons(Action.VERIFY.button(ctx.words(), this::verify),
                        Action.SAVE_RECEIPT.button(ctx.words(), this::saveReceipt),
                        Action.COMPARE_RECEIPT.button(ctx.words(), this::compareReceipt)),
                outcome, line(say("settings.data.secrets"), "muted"));
    }

    private static Wrap buttons(Node... buttons) {
        var line = new Wrap(buttons);
        line.getStyleClass().add("settings-line");
        return line;
    }

    private void restore() {
        ctx.files().open(getScene().getWindow(), say(Action.RESTORE.key()), List.of(".zip"))
                .ifPresent(zip -> ctx.dialogs().ask(this,
                        new Dialogs.Question(say("settings.data.restore.title"),
                                List.of(say("settings.data.restore.what", zip.toString()),
                                        say("settings.data.restore.kept"),
                                        say("settings.data.restore.next")),
                                Action.RESTORE, Action.CANCEL),
                        () -> restore(zip)));
    }

    private void restore(Path zip) {
        ctx.background().run(() -> data.restore(zip)).problem(this::tell).resting(this).start();
    }

    private void saveReceipt() {
        ctx.files()
                .save(getScene().getWindow(), say(Action.SAVE_RECEIPT.key()), "calsync-receipt-" + today() + ".json",
                        List.of(".json"))
                .ifPresent(file -> ctx.background().call(() -> data.archive().receipt(file))
                        .result(receipt -> tell(Banner.Tone.INFO,
                                say("settings.data.receipt-saved", receipt.count(), file.toString())))
                        .problem(this::tell)
                        .start());
    }

    private void compareReceipt() {
        ctx.files().open(getScene().getWindow(), say(Action.COMPARE_RECEIPT.key()), List.of(".json"))
                .ifPresent(file -> ctx.background().call(() -> data.archive().verify(file)).result(this::tell)
                        .problem(this::tell).start());
    }

    private String today() {
        return LocalDate.ofInstant(ctx.clock().instant(), ZoneOffset.UTC).toString();
    }

    private void backup() {
        ctx.files()
                .save(getScene().getWindow(), say(Action.BACKUP.key()), "calsync-" + today() + ".zip", List.of(".zip"))
                .ifPresent(this::backup);
    }

    private void backup(Path zip) {
        ctx.background().run(() -> data.backup(zip))
                .result(_ -> tell(Banner.Tone.INFO, say("settings.data.copied", zip.toString())))
                .problem(this::tell)
                .resting(this)
                .start();
    }

    private void verify() {
        ctx.background().call(() -> ctx.sync().history().verify()).result(this::tell).start();
    }

    private void tell(Verification verification) {
        boolean whole = verification.whole();
        var banner = new Banner("data-result", whole ? Banner.Tone.INFO : Banner.Tone.DANGER)
                .say(say(whole ? "history.whole" : "history.broken", verification.count()));
        verification.problems().stream().limit(MOST_PROBLEMS).forEach(each -> banner.say(ctx.words().say(each)));
        outcome.getChildren().setAll(banner);
    }

    private void tell(Problem problem) {
        tell(Banner.Tone.DANGER, ctx.words().say(problem.message()));
    }

    private void tell(Banner.Tone tone, String sentence) {
        outcome.getChildren().setAll(new Banner("data-result", tone).say(sentence));
    }
}
