package io.calsync.app;

import io.calsync.domain.Message;
import io.calsync.sync.Problem;
import io.calsync.text.Texts;
import io.calsync.ui.kit.Appearance;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.layout.Region;

/// Says why a workspace cannot be opened, where there is no window to say it in. UI thread only.
final class Refusal {
    /// Wide enough for the names of files.
    private static final double WIDTH = 720;

    private Refusal() {}

    /// @param read is done when the person has closed it
    static void show(Problem problem, Texts texts, Appearance appearance, Runnable read) {
        var sentences = new ArrayList<>(List.of(texts.say(problem.message())));
        if (problem instanceof Problem.StoreDamaged(_, List<Message> offers))
            offers.forEach(offer -> sentences.add(texts.say(offer)));
        var alert = new Alert(Alert.AlertType.ERROR, String.join("\n\n", sentences));
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        alert.getDialogPane().setPrefWidth(WIDTH);
        appearance.dress(alert.getDialogPane().getScene());
        alert.setHeaderText(null);
        alert.setTitle(texts.say("app.name"));
        // Nothing is drawn before the start of the toolkit is over, so nothing may wait in it.
        alert.show();
        alert.showingProperty().subscribe(showing -> {
            if (!showing) read.run();
        });
    }
}
