package io.calsync.store;

import io.calsync.domain.Message;
import io.calsync.store.Backups.Backup;
import io.calsync.store.HighWater.Mark;
import io.calsync.sync.FileProblem;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says of a database that cannot be used what is wrong with it, what was saved in it, and which backup there is.
///
/// @param saved how far the trail had come when it was last written, empty where nobody knows
record Damage(H2File file, Optional<Mark> saved) {
    static Damage of(H2File file) {
        try {
            return new Damage(file, HighWater.read(file.directory()));
        } catch (IOException unknown) {
            return new Damage(file, Optional.empty());
        }
    }

    /// Whether something was written behind the last commit that was acknowledged.
    boolean isUnfinished() {
        return saved.filter(last -> last.length() > 0 && last.length() < file.length()).isPresent();
    }

    ProblemException unreadable(String detail, Throwable cause) {
        return new ProblemException(new Problem.StoreDamaged(message(detail), offers()), cause);
    }

    ProblemException unreadable(String detail) {
        return new ProblemException(new Problem.StoreDamaged(message(detail), offers()));
    }

    ProblemException empty() {
        return unreadable("no console's tables");
    }

    /// @param entries how far the trail in the database comes
    /// @throws ProblemException where that is less than was saved
    void check(long entries) throws ProblemException {
        var last = saved.orElse(null);
        if (last == null || entries >= last.entries()) return;
        var what = Message.of("problem.store-behind", file.file(), entries, last.entries(), time(last.at()));
        throw new ProblemException(new Problem.StoreDamaged(what, offersOrGoOn()));
    }

    /// @throws ProblemException where something was saved in the database that is not there any more
    void checkGone() throws ProblemException {
        var last = saved.orElse(null);
        if (last == null) return;
        var what = Message.of("problem.store-gone", file.file(), last.entries(), time(last.at()));
        throw new ProblemException(new Problem.StoreDamaged(what, offersOrGoOn()));
    }

    private List<Message> offersOrGoOn() {
        var offers = new ArrayList<>(offers());
        offers.add(Message.of("store.go-on", HighWater.in(file.directory())));
        return offers;
    }

    private Message message(String detail) {
        return Message.of("problem.store-damaged", file.file(), detail);
    }

    private List<Message> offers() {
        var backups = Backups.of(file.directory());
        try {
            var newest = backups.newest();
            if (newest.isPresent()) return List.of(offer(newest.get()));
        } catch (IOException unreadable) {
            return List.of(Message.of("problem.store-folder", backups.folder(), FileProblem.reason(unreadable)));
        }
        return List.of(Message.of("store.no-backup", backups.folder(), file.directory()));
    }

    private Message offer(Backup newest) {
        return saved.filter(last -> last.entries() > newest.entries())
                .map(last -> Message.of("store.backup-lacks", newest.file(), newest.entries(), time(newest.at()),
                        last.entries(), time(last.at()), file.directory()))
                .orElseGet(() -> Message.of("store.backup", newest.file(), newest.entries(), time(newest.at()),
                        file.directory()));
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString().replace("T", " ").replace("Z", " UTC");
    }
}
