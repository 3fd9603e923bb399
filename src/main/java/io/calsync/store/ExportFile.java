package io.calsync.store;

import io.calsync.domain.Message;
import io.calsync.sync.Archive.Exported;
import io.calsync.sync.FileProblem;
import io.calsync.sync.Journal.Verification;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// Entries of the audit trail in a file of their own: a line that says which, then each as one line of JSON with all
/// that its hash covers, so that the file proves itself.
final class ExportFile {
    private static final String KIND = "export of an audit trail";

    private ExportFile() {}

    /// The first line.
    ///
    /// @param previous the hash of the entry before the first
    /// @param hash     of the last entry
    record Head(String calsync, String workspace, long from, long to, String previous, String hash, Instant written) {
        static Head of(String workspace, Entry first, Entry last, Instant now) {
            return new Head(KIND, workspace, first.seq(), last.seq(), first.previous(), last.hash(), now);
        }

        Exported told() {
            return new Exported(from, to, hash);
        }
    }

    static void write(Path file, Head head, Iterator<Entry> entries) throws ProblemException {
        WholeFile.write(file, draft -> {
            try (var out = Files.newBufferedWriter(draft)) {
                out.append(Json.write(head)).append('\n');
                while (entries.hasNext()) out.append(Json.write(entries.next())).append('\n');
            }
        });
    }

    /// @throws ProblemException where the file is no export
    static Head head(Path file) throws ProblemException {
        try (var in = Files.newBufferedReader(file)) {
            return head(file, in);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// Recomputes the file's chain, with no workspace at hand.
    ///
    /// @param receipt a receipt of the same workspace to compare with, null = none
    static Verification verify(Path file, @Nullable Path receipt) throws ProblemException {
        try (var in = Files.newBufferedReader(file)) {
            var head = head(file, in);
            var start = new Trail.Head(head.from - 1, head.previous);
            var chain = new ChainCheck(start);
            var compared = receipt == null ? null : ReceiptFile.read(receipt).of(head.workspace).check();
            String line = in.readLine();
            for (long number = 2; line != null; number++, line = in.readLine()) {
                var entry = entry(file, line, number);
                chain.next(entry);
                if (compared != null && entry.seq() <= head.to) compared.next(entry.seq(), entry.hash());
            }
            var found = chain.end(new Trail.Head(head.to, head.hash));
            if (compared == null) return found;
            var problems = new ArrayList<>(found.problems());
            problems.addAll(compared.end(start));
            return new Verification(found.count(), found.head(), problems);
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(file, e);
        }
    }

    private static Head head(Path file, BufferedReader in) throws ProblemException, IOException {
        String line = in.readLine();
        try {
            var head = Json.read(line == null ? "" : line, Head.class);
            if (head.calsync.equals(KIND)) return head;
        } catch (Json.Unreadable e) {
            throw unreadable(file, e);
        }
        throw unreadable(file, new IOException("no first line"));
    }

    private static Entry entry(Path file, String line, long number) throws ProblemException {
        try {
            return Json.read(line, Entry.class);
        } catch (Json.Unreadable e) {
            throw new ProblemException(new Problem.NotPossible(Message.of("export.unreadable-line", file, number)), e);
        }
    }

    private static ProblemException unreadable(Path file, Exception e) {
        if (e instanceof NoSuchFileException missing)
            return new ProblemException(FileProblem.unreadable(file, missing), missing);
        return new ProblemException(new Problem.NotPossible(Message.of("export.unreadable", file)), e);
    }
}
