package io.calsync.app;

import io.calsync.sync.Journal;
import io.calsync.sync.ProblemException;
import io.calsync.ui.kit.Words;
import java.nio.file.Path;
import java.util.List;

/// A backup that took the place of a workspace.
///
/// @param kept where the database that was there before is now
record Restored(Path backup, Path kept) {
    /// Its note in the trail and the newest entry of the backup itself.
    private static final int NEWEST = 2;

    /// What a person at the window should know about it. Reads the workspace; not on the UI thread.
    List<String> told(OpenWorkspace now, Words words) throws ProblemException {
        int services = now.service().catalogue().all().size();
        var last = now.service().history().entries(Journal.Query.newest(NEWEST)).getLast();
        return List.of(words.say("restored.done", backup),
                words.say("restored.holds", services, last.seq(), words.times().exact(last.at())),
                words.say("restored.kept", kept), words.say("restored.next"));
    }
}
