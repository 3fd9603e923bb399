package io.calsync.ui.services;

import io.calsync.domain.Field;
import io.calsync.domain.Values;
import io.calsync.sync.ServiceView;
import io.calsync.ui.kit.Action;
import io.calsync.ui.kit.Dialogs.Question;
import io.calsync.ui.kit.UiContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// What was typed and not saved, of the services that are not shown at the moment.
final class Drafts {
    private final UiContext ui;
    private final Map<Long, Draft> drafts = new LinkedHashMap<>();

    /// Unsaved work on one service.
    ///
    /// @param opened what the person saw when they began
    /// @param typed  only what differs from that
    record Draft(String service, Values opened, Map<Field, String> typed) {}

    Drafts(UiContext ui) {
        this.ui = ui;
    }

    void keep(ServiceView service, Values opened, Map<Field, String> typed) {
        if (!typed.isEmpty()) drafts.put(service.id(), new Draft(service.name(), opened, typed));
    }

    /// Ends the draft of a service, null where there is none.
    @Nullable
    Draft take(long serviceId) {
        return drafts.remove(serviceId);
    }

    /// What was saved is no draft any more, unless the person typed something else since.
    void saved(long serviceId, Map<Field, String> saved) {
        drafts.computeIfPresent(serviceId, (_, draft) -> {
            var left = new HashMap<>(draft.typed);
            left.entrySet().removeAll(saved.entrySet());
            return left.isEmpty() ? null : new Draft(draft.service, draft.opened, left);
        });
    }

    int changes() {
        return drafts.values().stream().mapToInt(draft -> draft.typed.size()).sum();
    }

    List<String> services() {
        return drafts.values().stream().map(Draft::service).toList();
    }

    void clear() {
        drafts.clear();
    }

    /// Asks whether unsaved changes may be lost; where there are none that is agreed.
    ///
    /// @param services the names of those that have them
    void ask(Node near, int changes, List<String> services, Runnable agreed) {
        if (changes == 0) {
            agreed.run();
            return;
        }
        var words = ui.words();
        String names = services.stream().map(name -> words.say("value.quoted", name)).collect(Collectors.joining(", "));
        var question = new Question(words.texts().count("editor.leave", changes),
                List.of(words.say("editor.leave.services", names), words.say("editor.leave.means")), Action.DISCARD,
                Action.KEEP_EDITING);
        ui.dialogs().ask(near, question, agreed);
    }
}
