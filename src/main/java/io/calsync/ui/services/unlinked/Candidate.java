package io.calsync.ui.services.unlinked;

import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.ui.kit.Folded;
import io.calsync.ui.kit.Words;
import java.util.ArrayList;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// An unlinked event type in the list.
final class Candidate {
    private final EventType eventType;
    private final @Nullable Message obstacle;
    private final BooleanProperty marked = new SimpleBooleanProperty();

    /// @param obstacle why it cannot become a service there, null where it can
    Candidate(EventType eventType, @Nullable Message obstacle) {
        this.eventType = eventType;
        this.obstacle = obstacle;
    }

    EventType eventType() {
        return eventType;
    }

    long id() {
        return eventType.id();
    }

    String name() {
        return eventType.values().text(Field.NAME);
    }

    /// Whether it can become a service.
    boolean importable() {
        return obstacle == null;
    }

    BooleanProperty marked() {
        return marked;
    }

    /// Marks it where it can be imported.
    void mark(boolean wanted) {
        marked.set(wanted && importable());
    }

    boolean priced() {
        return eventType.values().has(Field.PRICE);
    }

    /// @param folded what is looked for, as of [Folded]
    boolean matches(String folded) {
        return Folded.of(name() + " " + eventType.values().text(Field.SLUG) + " #" + id()).contains(folded);
    }

    /// What a person should know of it: why it cannot become a service, else what that service would be.
    String note(Words words) {
        if (obstacle instanceof Message why) return words.sayValue(why);
        var notes = new ArrayList<String>();
        if (Boolean.FALSE.equals(eventType.values().raw(Field.ACTIVE))) notes.add(words.say("unlinked.hidden"));
        if (eventType.teamId() != 0) notes.add(words.say("unlinked.team", Long.toString(eventType.teamId())));
        return String.join(", ", notes);
    }
}
