package io.calsync.store;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.calsync.domain.Message;
import io.calsync.sync.Cause;
import io.calsync.sync.Journal.Verification;
import io.calsync.sync.Operator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// However a trail is tampered with below its stored end, or at its end alone, `audit verify` finds it; and it never cries
/// wolf. (Rewriting the entries and the stored end together is found by an exported receipt only.)
///
/// `./mvnw -Pfuzz test -Dtest=TrailFuzzTest` looks for new inputs for an hour.
class TrailFuzzTest {
    private static final int COLUMNS = 14;

    @FuzzTest(maxDuration = "1h")
    void everyTamperingIsFound(FuzzedDataProvider data) {
        var chain = chain(data);
        var head = chain.isEmpty() ? new Trail.Head(0, "") : head(chain.getLast());
        assertEquals(List.of(), verify(chain, head).problems());

        var forged = new ArrayList<>(chain);
        for (int steps = data.consumeInt(1, 4); steps > 0; steps--) tamper(forged, data);
        var stored = forged.equals(chain) ? moved(head, data) : head;
        boolean same = forged.equals(chain) && stored.equals(head);
        var found = verify(forged, stored);
        assertEquals(same, found.whole(), () -> chain + "\nbecame " + forged + " below " + stored);
        assertEquals(forged.size(), found.count());
        assertTrue(found.problems().size() <= 2 * forged.size() + 2);
    }

    private static Verification verify(List<Entry> entries, Trail.Head stored) {
        var check = new ChainCheck();
        entries.forEach(check::next);
        return check.end(stored);
    }

    private static List<Entry> chain(FuzzedDataProvider data) {
        var chain = new ArrayList<Entry>();
        for (int wanted = data.consumeInt(0, 6); wanted > 0; wanted--) {
            var who = new Operator(text(data), text(data), data.pickValue(Operator.Role.values()));
            var cause = new Cause(data.pickValue(Cause.Source.values()), who, text(data), text(data));
            var what = data.consumeBoolean() ? Message.of(text(data), text(data)) : null;
            var before = chain.isEmpty() ? new Trail.Head(0, "") : head(chain.getLast());
            chain.add(Entry.after(before, time(data), cause, data.consumeLong(), text(data), what, List.of()));
        }
        return chain;
    }

    private static void tamper(List<Entry> entries, FuzzedDataProvider data) {
        int step = data.consumeInt(0, 5);
        if (entries.isEmpty()) return;
        int at = data.consumeInt(0, entries.size() - 1);
        int other = data.consumeInt(0, entries.size() - 1);
        switch (step) {
            case 0 -> entries.remove(at);
            case 1 -> entries.add(other, entries.get(at));
            case 2 -> Collections.swap(entries, at, other);
            case 3 -> entries.set(at, changed(entries.get(at), data));
            case 4 -> entries.set(at, hashed(entries.get(at)));
            default -> relinked(entries, at);
        }
    }

    /// Numbers, links and hashes of an entry and all after it made to fit again.
    private static void relinked(List<Entry> entries, int from) {
        for (int i = Math.max(1, from); i < entries.size(); i++) {
            var values = values(entries.get(i));
            values[0] = entries.get(i - 1).seq() + 1;
            values[12] = entries.get(i - 1).hash();
            entries.set(i, hashed(entry(values)));
        }
    }

    private static Entry changed(Entry entry, FuzzedDataProvider data) {
        var values = values(entry);
        int column = data.consumeInt(0, COLUMNS - 1);
        values[column] = switch (values[column]) {
            case Long _ -> data.consumeLong();
            case Instant _ -> time(data);
            case null, default -> column == 10 && data.consumeBoolean() ? null : text(data);
        };
        return entry(values);
    }

    private static Entry hashed(Entry entry) {
        var values = values(entry);
        values[13] = entry.digest();
        return entry(values);
    }

    private static @Nullable Object[] values(Entry entry) {
        return new @Nullable Object[]{
                entry.seq(), entry.at(), entry.source(), entry.operator(), entry.osUser(), entry.role(), entry.run(),
                entry.note(), entry.serviceId(), entry.service(), entry.what(), entry.changes(), entry.previous(),
                entry.hash()
        };
    }

    private static Entry entry(@Nullable Object[] values) {
        return new Entry(number(values[0]), (Instant) requireNonNull(values[1]), text(values[2]), text(values[3]),
                text(values[4]), text(values[5]), text(values[6]), text(values[7]), number(values[8]), text(values[9]),
                values[10] == null ? null : text(values[10]), text(values[11]), text(values[12]), text(values[13]));
    }

    private static long number(@Nullable Object value) {
        return (Long) requireNonNull(value);
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }

    private static String text(FuzzedDataProvider data) {
        return data.consumeString(8);
    }

    private static Instant time(FuzzedDataProvider data) {
        return Instant.ofEpochSecond(data.consumeLong(-1L << 35, 1L << 35), data.consumeInt(0, 999_999) * 1000L);
    }

    private static Trail.Head head(Entry last) {
        return new Trail.Head(last.seq(), last.hash());
    }

    private static Trail.Head moved(Trail.Head head, FuzzedDataProvider data) {
        return data.consumeBoolean()
                ? new Trail.Head(data.consumeLong(), head.hash())
                : new Trail.Head(head.entries(), text(data));
    }
}
