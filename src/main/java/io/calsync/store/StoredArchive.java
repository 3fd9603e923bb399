package io.calsync.store;

import io.calsync.domain.Message;
import io.calsync.sync.Archive;
import io.calsync.sync.Cause;
import io.calsync.sync.Journal.Verification;
import io.calsync.sync.Operator;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/// The audit trail of a database in files.
final class StoredArchive implements Archive {
    private final Database database;
    private final Operator operator;

    /// @param operator who removes what he removes
    StoredArchive(Database database, Operator operator) {
        this.database = database;
        this.operator = operator;
    }

    @Override
    public Receipt receipt(Path file) throws ProblemException {
        var now = database.clock().instant();
        var receipt = inSnapshot(handle -> {
            var head = Trail.head(handle);
            var marks = new TreeMap<Long, String>();
            long step = Math.max(1, head.entries() / ReceiptFile.MARKS);
            handle.createQuery("select seq, hash from calsync_audit where mod(seq, ?) = 0")
                    .bind(0, step)
                    .map((row, _) -> marks.put(row.getLong("seq"), row.getString("hash")))
                    .list();
            return ReceiptFile.of(Settings.workspace(handle).orElse(""), head, now, marks);
        });
        receipt.write(file);
        return receipt.told();
    }

    @Override
    public Verification verify(Path receipt) throws ProblemException {
        var kept = ReceiptFile.read(receipt);
        return inSnapshot(handle -> {
            var compared = kept.of(Settings.workspace(handle).orElse("")).check();
            var chain = new ChainCheck();
            try (var entries = Trail.between(handle, Long.MIN_VALUE, Long.MAX_VALUE)) {
                while (entries.hasNext()) {
                    var entry = entries.next();
                    boolean first = chain.start() == null;
                    chain.next(entry);
                    if (first && chain.start() instanceof Trail.Head start && start.entries() > 0)
                        compared.next(start.entries(), start.hash());
                    compared.next(entry.seq(), entry.hash());
                }
            }
            var found = chain.end(Trail.head(handle));
            var problems = new ArrayList<>(compared.end(chain.start()));
            problems.addAll(found.problems());
            return new Verification(found.count(), found.head(), problems);
        });
    }

    @Override
    public Exported export(Path file, @Nullable Instant since, @Nullable Instant until) throws ProblemException {
        var now = database.clock().instant();
        return inSnapshot(handle -> {
            long from = first(handle, since).orElse(Long.MAX_VALUE);
            long to = until == null ? Trail.head(handle).entries()
                    : first(handle, until).orElse(Trail.head(handle).entries() + 1) - 1;
            if (from > to) throw refusal(Message.of("export.nothing"));
            var head = ExportFile.Head.of(Settings.workspace(handle).orElse(""), entry(handle, from),
                    entry(handle, to), now);
            try (var entries = Trail.between(handle, from, to)) {
                ExportFile.write(file, head, entries);
            }
            return head.told();
        });
    }

    @Override
    public Exported remove(Path export) throws ProblemException {
        if (!operator.role().mayDecide()) throw new ProblemException(new Problem.NotAllowed(operator.role()));
        var verification = ExportFile.verify(export, null);
        if (!verification.whole()) throw refusal(verification.problems().getFirst());
        var head = ExportFile.head(export);
        return database.write(writing -> {
            var handle = writing.handle();
            boolean whole = first(handle, null).filter(first -> head.from() <= first).isPresent();
            if (!whole) throw refusal(Message.of("export.not-from-the-beginning", head.from()));
            if (!isHere(handle, head)) throw refusal(Message.of("export.another", export));
            handle.execute("delete from calsync_audit where seq <= ?", head.to());
            writing.note(new Cause(Cause.Source.ARCHIVE, operator, "", ""),
                    Message.of(ChainCheck.REMOVED, head.to(), head.hash(), verification.count(), export.getFileName()));
            return head.told();
        });
    }

    private static boolean isHere(Handle handle, ExportFile.Head head) {
        return Settings.workspace(handle).filter(head.workspace()::equals).isPresent()
                && handle.createQuery("select count(*) from calsync_audit where seq = ? and hash = ?")
                        .bind(0, head.to()).bind(1, head.hash()).mapTo(Integer.class).one() == 1;
    }

    /// The number of the first entry at or after a moment.
    private static Optional<Long> first(Handle handle, @Nullable Instant moment) {
        return handle.createQuery("select min(seq) from calsync_audit where at >= ?")
                .bind(0, moment == null ? Instant.parse("0001-01-01T00:00:00Z") : moment)
                .mapTo(Long.class)
                .findOne();
    }

    private static Entry entry(Handle handle, long seq) throws ProblemException {
        return handle.createQuery(Trail.SELECT + "where seq = ?").bind(0, seq)
                .map((row, _) -> Trail.entry(row)).findOne()
                .orElseThrow(() -> refusal(Message.of("audit.missing", seq)));
    }

    private <T> T inSnapshot(Connections.Work<T> reading) throws ProblemException {
        return database.read(handle -> handle.<T, ProblemException>inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ, reading::on));
    }

    private static ProblemException refusal(Message why) {
        return new ProblemException(new Problem.NotPossible(why));
    }
}
