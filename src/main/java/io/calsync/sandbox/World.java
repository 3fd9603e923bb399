package io.calsync.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Everything the sandbox's Cal.com holds. Its public methods are the hidden third person: they change event types
/// behind the client's back, without a request. Safe for use by several threads; documents handed out are copies.
public final class World {
    /// Who is named in the history for a change that came without a request.
    public static final String SOMEBODY = "Somebody at Cal.com";

    private final ReentrantLock lock = new ReentrantLock();
    private final SortedMap<Long, Stored> types = new TreeMap<>();
    private final List<Change> history = new ArrayList<>();
    private final InstantSource clock;
    private Consumer<World> afterChange = world -> {};
    private long lastId;
    private long clicks;

    World(InstantSource clock) {
        this.clock = clock;
    }

    /// @param listed the document as a list shows it, written out
    /// @param touched grows with every change; without a sort order lists follow it, as a heap of rows would
    private record Stored(ObjectNode doc, String listed, long touched) {}

    /// All event types, oldest first, as copies.
    public List<ObjectNode> all() {
        return exclusively(() -> types.values().stream().map(stored -> stored.doc().deepCopy()).toList());
    }

    /// The event type as it is stored.
    public Optional<ObjectNode> find(long id) {
        return exclusively(() -> Optional.ofNullable(types.get(id)).map(stored -> stored.doc().deepCopy()));
    }

    /// The event type as it is stored.
    ///
    /// @throws IllegalArgumentException when there is none
    public ObjectNode get(long id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no event type " + id));
    }

    /// Adds an event type, or replaces the one of the same id.
    public void put(ObjectNode doc) {
        put(doc, SOMEBODY);
    }

    /// Adds many event types at once, so that the state file is written once.
    public void putAll(List<ObjectNode> docs) {
        exclusively(() -> {
            docs.forEach(this::store);
            afterChange.accept(this);
            return true;
        });
    }

    /// Changes an event type directly.
    ///
    /// @return the document after the change
    /// @throws IllegalArgumentException when there is none
    public ObjectNode edit(long id, Consumer<ObjectNode> change) {
        return exclusively(() -> {
            ObjectNode doc = get(id);
            change.accept(doc);
            put(doc, SOMEBODY);
            return doc;
        });
    }

    /// Removes an event type; its id is never given again.
    public void delete(long id) {
        delete(id, SOMEBODY);
    }

    /// Removes an event type and makes an equal one under a new id.
    ///
    /// @return the new id
    public long recreate(long id) {
        return exclusively(() -> {
            ObjectNode doc = get(id);
            delete(id);
            long fresh = nextId();
            put(doc.put("id", fresh), SOMEBODY);
            return fresh;
        });
    }

    /// What happened to an event type, newest first, also after it is gone.
    public List<Change> history(long id) {
        return exclusively(() -> history.stream().filter(change -> change.eventTypeId() == id).toList())
                .reversed();
    }

    /// Everything that ever happened, oldest first.
    List<Change> history() {
        return exclusively(() -> List.copyOf(history));
    }

    /// Adds to the history what happened before this world began.
    void remember(List<Change> past) {
        exclusively(() -> history.addAll(past));
    }

    void put(ObjectNode doc, String who) {
        exclusively(() -> {
            Stored old = types.get(Documents.id(doc));
            ObjectNode before = old == null ? Json.object() : old.doc();
            ObjectNode after = store(doc);
            note(Documents.id(doc), who, before, after);
            return true;
        });
    }

    void delete(long id, String who) {
        exclusively(() -> {
            ObjectNode before = get(id);
            types.remove(id);
            note(id, who, before, Json.object());
            return true;
        });
    }

    /// The next free id; ids are never used twice.
    long nextId() {
        return exclusively(() -> {
            lastId++;
            return lastId;
        });
    }

    /// Ids up to this one count as used.
    void reserve(long id) {
        lastId = Math.max(lastId, id);
    }

    long lastId() {
        return lastId;
    }

    /// The list form of every event type that passes.
    ///
    /// @param sort "asc", "desc" by creation, anything else for no particular order
    List<String> listed(Predicate<ObjectNode> visible, String sort) {
        return exclusively(() -> {
            List<Stored> found = new ArrayList<>(
                    types.values().stream().filter(stored -> visible.test(stored.doc())).toList());
            switch (sort) {
                case "asc" -> {}
                case "desc" -> found.sort(Comparator.comparingLong((Stored stored) -> Documents.id(stored.doc()))
                        .reversed());
                default -> found.sort(Comparator.comparingLong(Stored::touched));
            }
            return found.stream().map(Stored::listed).toList();
        });
    }

    boolean exists(Predicate<ObjectNode> wanted) {
        return exclusively(() -> types.values().stream().anyMatch(stored -> wanted.test(stored.doc())));
    }

    /// Runs something while no one else reads or writes.
    <T> T exclusively(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /// Called inside the lock after each change.
    void onChange(Consumer<World> listener) {
        afterChange = listener;
    }

    /// Keeps what a reader would get: a number compares equal to the same number however it was made here.
    private ObjectNode store(ObjectNode doc) {
        clicks++;
        reserve(Documents.id(doc));
        ObjectNode kept = (ObjectNode) Json.canonical(doc);
        types.put(Documents.id(doc), new Stored(kept, Json.write(Documents.listed(kept)), clicks));
        return kept;
    }

    private void note(long id, String who, ObjectNode before, ObjectNode after) {
        history.add(Change.between(clock.instant(), id, who, before, after));
        afterChange.accept(this);
    }
}
