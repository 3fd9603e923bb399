package io.calsync.ui.kit;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons. Each stands beside a word or on a control with an accessible name, so a screen reader passes over it.
public final class Icons {
    private Icons() {}

    public static FontIcon of(Ikon icon, String... styleClasses) {
        var node = new FontIcon(icon);
        node.getStyleClass().addAll(styleClasses);
        node.setMouseTransparent(true);
        return node;
    }
}
