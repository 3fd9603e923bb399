package io.calsync.ui.kit;

import io.calsync.domain.SyncStatus;
import javafx.scene.control.Label;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// How a status looks: icon, word and colour together, so that none of them is needed alone.
///
/// @param key        of the word in the texts; `key.means` explains it in a sentence
/// @param styleClass colours icon and word
public record StatusLook(Ikon icon, String key, String styleClass) {
    public static StatusLook of(SyncStatus status) {
        return switch (status) {
            case SYNCED -> new StatusLook(Feather.CHECK_CIRCLE, "status.synced", "look-success");
            case PENDING -> new StatusLook(Feather.CLOCK, "status.pending", "look-accent");
            case CONFLICT -> new StatusLook(Feather.GIT_MERGE, "status.conflict", "look-warning");
            case ERROR -> new StatusLook(Feather.ALERT_OCTAGON, "status.error", "look-danger");
            case NEVER -> new StatusLook(Feather.CIRCLE, "status.never", "look-muted");
        };
    }

    public static StatusLook ofActive(boolean active) {
        return active
                ? new StatusLook(Feather.CHECK, "look.active", "look-default")
                : new StatusLook(Feather.PAUSE_CIRCLE, "look.inactive", "look-muted");
    }

    public static StatusLook ofOnline(boolean online) {
        return online
                ? new StatusLook(Feather.GLOBE, "look.online", "look-default")
                : new StatusLook(Feather.EYE_OFF, "look.offline", "look-muted");
    }

    public static StatusLook ofBookable(boolean bookable) {
        return bookable
                ? new StatusLook(Feather.CALENDAR, "look.bookable", "look-success")
                : new StatusLook(Feather.SLASH, "look.not-bookable", "look-muted");
    }

    /// Key of the sentence that explains it.
    public String meaning() {
        return key + ".means";
    }

    /// A label with icon and word.
    public Label label(Words words) {
        var label = new Label();
        dress(label, words);
        return label;
    }

    /// Gives a label this look and takes away any look it had.
    public void dress(Label label, Words words) {
        label.setText(words.say(key));
        label.setGraphic(Icons.of(icon));
        label.getStyleClass().removeIf(name -> name.equals("look") || name.startsWith("look-"));
        label.getStyleClass().addAll("look", styleClass);
    }
}
