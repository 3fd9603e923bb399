package io.calsync.ui.history;

import io.calsync.sync.AuditEntry;
import io.calsync.sync.Cause;
import io.calsync.sync.Journal;
import io.calsync.sync.ProblemException;
import io.calsync.ui.kit.EntryText;
import io.calsync.ui.kit.UiContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/// The entries that are loaded, newest first, and those of them that a text leaves in. Service and kind are asked of the
/// journal, so paging goes on within them. UI thread only.
final class Trail {
    static final int PAGE = 200;

    private final UiContext ctx;
    private final EntryText text;
    private final ObservableList<AuditEntry> loaded = FXCollections.observableArrayList();
    private final FilteredList<AuditEntry> shown = new FilteredList<>(loaded);
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private long serviceId;
    private Cause.@Nullable Source source;
    private String run = "";
    private int asked;
    private String wanted = "";
    private boolean bookkeeping;

    Trail(UiContext ctx) {
        this.ctx = ctx;
        this.text = new EntryText(ctx.words());
        filter();
    }

    ObservableList<AuditEntry> shown() {
        return shown;
    }

    int loaded() {
        return loaded.size();
    }

    /// Whether there are older entries than the loaded ones.
    ReadOnlyBooleanProperty more() {
        return more.getReadOnlyProperty();
    }

    long serviceId() {
        return serviceId;
    }

    /// @param id 0 = of all services
    void ofService(long id) {
        serviceId = id;
        load(PAGE);
    }

    /// @param kind null = of every kind
    void ofSource(Cause.@Nullable Source kind) {
        source = kind;
        load(PAGE);
    }

    /// @param name "" = of every run and of none
    void ofRun(String name) {
        run = name;
        load(PAGE);
    }

    /// How the run that is shown alone ended, empty where it left no report.
    Optional<AuditEntry> report() {
        return run.isEmpty() ? Optional.empty() : loaded.stream().filter(AuditEntry::isReport).findFirst();
    }

    /// Leaves in what holds the text: in the service's name, the person's, the change or the note.
    void containing(String typed) {
        wanted = typed.strip().toLowerCase(Locale.ROOT);
        filter();
    }

    /// Shows or hides the sync's own notes, such as that a value is about to be sent.
    void bookkeeping(boolean show) {
        bookkeeping = show;
        filter();
    }

    /// Reads the newest entries again, as many as were loaded.
    void refresh() {
        load(Math.max(PAGE, loaded.size()));
    }

    void showMore() {
        int next = ++asked;
        ctx.background().call(() -> page(loaded.getLast().seq(), PAGE)).result(page -> {
            if (next != asked) return;
            loaded.addAll(page);
            more.set(page.size() == PAGE);
        }).start();
    }

    /// An answer to an older question than the newest is dropped.
    private void load(int limit) {
        int next = ++asked;
        ctx.background().call(() -> page(0, limit)).result(page -> {
            if (next != asked) return;
            if (!loaded.equals(page)) loaded.setAll(page);
            more.set(page.size() == limit);
        }).start();
    }

    private List<AuditEntry> page(long before, int limit) throws ProblemException {
        return ctx.sync().history().entries(new Journal.Query(serviceId, source, null, before, limit, run));
    }

    private void filter() {
        shown.setPredicate(entry -> (bookkeeping || isStory(entry)) && holds(entry));
    }

    private boolean isStory(AuditEntry entry) {
        return !entry.cause().note().isEmpty() || !text.changes(entry).isEmpty();
    }

    private boolean holds(AuditEntry entry) {
        if (wanted.isEmpty()) return true;
        if (entry.service().toLowerCase(Locale.ROOT).contains(wanted)) return true;
        if (entry.cause().note().toLowerCase(Locale.ROOT).contains(wanted)) return true;
        if (entry.cause().operator().name().toLowerCase(Locale.ROOT).contains(wanted)) return true;
        return text.changes(entry).stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
