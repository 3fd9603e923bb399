package io.calsync.cli;

import io.calsync.sync.AuditEntry;
import io.calsync.sync.History;
import io.calsync.sync.Journal;
import io.calsync.sync.ProblemException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `undo SEQ`: takes back what an entry of the history changed.
@Command(name = "undo")
final class Undo extends Work {
    @Parameters(paramLabel = "SEQ", descriptionKey = "cli.param.seq") long seq;

    Undo(Console console) {
        super(console);
    }

    @Override
    Exit on(Desk desk) throws ProblemException {
        var history = desk.service().history();
        var preview = entry(history).map(History::preview);
        var view = history.undo(seq);
        preview.ifPresent(sentences -> sentences.forEach(console()::note));
        return Changed.told(console(), "cli.undone", view);
    }

    private Optional<AuditEntry> entry(History history) throws ProblemException {
        return history.entries(new Journal.Query(0, null, null, seq + 1, 1)).stream()
                .filter(entry -> entry.seq() == seq)
                .findFirst();
    }
}
