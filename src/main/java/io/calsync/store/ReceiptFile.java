package io.calsync.store;

import io.calsync.domain.Message;
import io.calsync.sync.Archive.Receipt;
import io.calsync.sync.FileProblem;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A receipt as its file holds it: small JSON. The marks are the hashes of entries spread over the trail, so that a
/// rewrite can be placed.
///
/// @param calsync says what the file is
record ReceiptFile(String calsync, String workspace, long entries, String hash, Instant at,
        SortedMap<Long, String> marks) {
    static final int MARKS = 100;

    private static final String KIND = "receipt of an audit trail";

    static ReceiptFile of(String workspace, Trail.Head head, Instant at, SortedMap<Long, String> marks) {
        var all = new TreeMap<>(marks);
        if (head.entries() > 0) all.put(head.entries(), head.hash());
        return new ReceiptFile(KIND, workspace, head.entries(), head.hash(), at, all);
    }

    static ReceiptFile read(Path file) throws ProblemException {
        try {
            var receipt = Json.read(Files.readString(file), ReceiptFile.class);
            if (receipt.calsync.equals(KIND)) return receipt;
        } catch (NoSuchFileException e) {
            throw new ProblemException(FileProblem.unreadable(file, e), e);
        } catch (IOException | Json.Unreadable e) {
            throw new ProblemException(new Problem.NotPossible(Message.of("receipt.unreadable", file)), e);
        }
        throw new ProblemException(new Problem.NotPossible(Message.of("receipt.unreadable", file)));
    }

    /// @throws ProblemException where it was given for another workspace
    ReceiptFile of(String wanted) throws ProblemException {
        if (workspace.equals(wanted)) return this;
        throw new ProblemException(new Problem.NotPossible(Message.of("receipt.other-workspace", at)));
    }

    void write(Path file) throws ProblemException {
        WholeFile.write(file, draft -> Files.writeString(draft, Json.write(this)));
    }

    Receipt told() {
        return new Receipt(workspace, entries, hash, at);
    }

    /// Compares a trail with the receipt, entry by entry.
    Check check() {
        return new Check(this);
    }

    /// Names the first entry that differs, as far as the marks tell.
    static final class Check {
        private final ReceiptFile receipt;
        private @Nullable Message difference;
        private long same;
        private long last;

        private Check(ReceiptFile receipt) {
            this.receipt = receipt;
        }

        void next(long seq, String hash) {
            if (last == 0) same = seq - 1;
            last = seq;
            var mark = receipt.marks.get(seq);
            if (mark == null || difference != null) return;
            if (Objects.equals(mark, hash)) same = seq;
            else
                difference = same + 1 == seq
                        ? Message.of("receipt.differs", seq, receipt.at)
                        : Message.of("receipt.differs-between", same + 1, seq, receipt.at);
        }

        /// @param start what the trail begins behind
        List<Message> end(Trail.@Nullable Head start) {
            if (start != null && receipt.entries < start.entries())
                return List.of(Message.of("receipt.archived", receipt.entries, start.entries()));
            if (difference != null) return List.of(difference);
            return last >= receipt.entries ? List.of()
                    : List.of(Message.of("receipt.shorter", receipt.at, receipt.entries, last));
        }
    }
}
