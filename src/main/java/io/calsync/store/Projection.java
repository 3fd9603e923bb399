package io.calsync.store;

import io.calsync.domain.Field;
import io.calsync.domain.Link;
import io.calsync.domain.Message;
import io.calsync.domain.Outlook;
import io.calsync.domain.SyncStatus;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the Platform's own sync columns say of a row. Its enum has no word for a conflict, so that is an error whose text
/// names the fields; texts are English, as in the Platform's own columns.
///
/// @param error null where there is none
record Projection(String status, @Nullable String error) {
    static Projection of(Outlook outlook, Function<Message, String> words) {
        var status = outlook.status();
        return new Projection(status.column(), error(status, outlook, words));
    }

    private static @Nullable String error(SyncStatus status, Outlook outlook, Function<Message, String> words) {
        return switch (status) {
            case CONFLICT -> "conflict: " + (isGone(outlook) ? "deleted at Cal.com" : fields(outlook));
            case ERROR -> outlook.errors().stream().map(words).collect(Collectors.joining("\n"));
            case PENDING, NEVER, SYNCED -> null;
        };
    }

    private static boolean isGone(Outlook outlook) {
        return outlook.row().link().state() == Link.State.GONE;
    }

    private static String fields(Outlook outlook) {
        return outlook.open().stream().map(Field::key).collect(Collectors.joining(", "));
    }
}
