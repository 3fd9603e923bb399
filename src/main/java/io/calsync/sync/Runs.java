package io.calsync.sync;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import java.util.Map;
import java.util.Set;

/// Looks at Cal.com, plans, pushes. One run at a time; the rest waits its turn.
public final class Runs implements AutoCloseable {
    private final Session session;

    public Runs(Session session) {
        this.session = session;
    }

    /// What a force would do.
    ///
    /// @param replaces values of Cal.com that would be replaced, by service id and field, as they were seen
    /// @param leftOut  how many fields it leaves out, by reason
    public record ForcePreview(Map<Long, Map<Field, Object>> replaces, Map<Message, Integer> leftOut) {
        public int count() {
            return replaces.values().stream().mapToInt(Map::size).sum();
        }
    }

    /// Reads and plans. Sends only GET requests and writes nothing anywhere.
    public Plan check() throws ProblemException {
        return arrivesSoon();
    }

    /// Detects every change, lets the policies act, and pushes what is due.
    ///
    /// @throws ProblemException with [Problem.Stopped] where a guard stops it before it changed anything
    public Report sync(SyncOptions options, Progress progress) throws ProblemException {
        return arrivesSoon();
    }

    /// Pushes what is due of some services without listing first.
    public Report push(Set<Long> serviceIds) throws ProblemException {
        return arrivesSoon();
    }

    /// What a force would replace. Sends only GET requests.
    public ForcePreview previewForce() throws ProblemException {
        return arrivesSoon();
    }

    /// Pushes the Platform's values over the Cal.com values that were shown; one that is another by now stays a conflict.
    public Report force(ForcePreview shown, Progress progress) throws ProblemException {
        return arrivesSoon();
    }

    /// How it stands, from memory and database; no request.
    public SyncState state() throws ProblemException {
        return arrivesSoon();
    }

    private <T> T arrivesSoon() throws ProblemException {
        throw new ProblemException(new Problem.NotPossible(Message.of("problem.not-connected", session)));
    }

    @Override
    public void close() {}
}
