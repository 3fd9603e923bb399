package io.calsync.ui.settings;

import io.calsync.sync.Journal.Verification;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Banner;
import io.calsync.ui.kit.UiContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Where the workspace lies, a copy of it, and the proof that its trail is whole.
final class DataSection extends Section {
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
        var buttons = new HBox(Action.BACKUP.button(ctx.words(), this::backup),
                Action.VERIFY.button(ctx.words(), this::verify));
        buttons.getStyleClass().add("settings-line");
        getChildren().addAll(line(say("settings.data.location"), "settings-subheading"), location,
                line(say("settings.data.backup"), "muted"), buttons, outcome,
                line(say("settings.data.secrets"), "muted"));
    }

    private void backup() {
        String day = LocalDate.ofInstant(ctx.clock().instant(), ZoneOffset.UTC).toString();
        ctx.files().save(getScene().getWindow(), say(Action.BACKUP.key()), "calsync-" + day + ".zip", List.of(".zip"))
                .ifPresent(this::backup);
    }

    private void backup(Path zip) {
        ctx.background().run(() -> data.backup(zip))
                .result(_ -> tell(Banner.Tone.INFO, say("settings.data.copied", zip.toString())))
                .problem(problem -> tell(Banner.Tone.DANGER, ctx.words().say(problem.message())))
                .start();
    }

    private void verify() {
        ctx.background().call(() -> ctx.sync().history().verify()).result(this::tell).start();
    }

    private void tell(Verification verification) {
        boolean whole = verification.whole();
        tell(whole ? Banner.Tone.INFO : Banner.Tone.DANGER,
                say(whole ? "history.whole" : "history.broken", verification.count()));
    }

    private void tell(Banner.Tone tone, String sentence) {
        outcome.getChildren().setAll(new Banner("data-result", tone).say(sentence));
    }
}
