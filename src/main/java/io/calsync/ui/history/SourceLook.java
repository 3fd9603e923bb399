package io.calsync.ui.history;

import io.calsync.sync.Cause;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The icon beside the word for what kind of event an entry tells.
final class SourceLook {
    private SourceLook() {}

    static Ikon icon(Cause.Source source) {
        return switch (source) {
            case EDIT -> Feather.EDIT_2;
            case PLATFORM -> Feather.DATABASE;
            case IMPORT -> Feather.DOWNLOAD_CLOUD;
            case LINK -> Feather.LINK;
            case PUSH -> Feather.UPLOAD_CLOUD;
            case DRIFT -> Feather.EYE;
            case DECISION -> Feather.GIT_MERGE;
            case POLICY -> Feather.SLIDERS;
            case GUARD -> Feather.SHIELD;
            case UNDO -> Feather.ROTATE_CCW;
            case RUN -> Feather.REFRESH_CW;
            case ARCHIVE -> Feather.ARCHIVE;
        };
    }
}
