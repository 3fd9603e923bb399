package io.calsync.store;

import static io.calsync.store.Fixture.EDIT;
import static io.calsync.store.Fixture.agreed;
import static io.calsync.store.Fixture.answer;
import static io.calsync.store.Fixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import io.calsync.domain.Policy;
import io.calsync.domain.Rules;
import io.calsync.domain.Values;
import io.calsync.sync.Cause;
import io.calsync.sync.Journal.Query;
import io.calsync.sync.ProblemException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredMemoryTest {
    private static final Cause POLICY = EDIT.as(Cause.Source.POLICY);

    @TempDir private Path directory;

    private Workspace workspace;

    @BeforeEach
    void open() throws ProblemException {
        workspace = Fixture.salon(directory);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void beginsWithTheDefaults() throws ProblemException {
        assertEquals(Rules.DEFAULT, workspace.memory().rules());
        assertEquals(Optional.empty(), workspace.memory().identity());
    }

    @Test
    void remembersRulesOverARestartAndSaysWhatChanged() throws ProblemException {
        var rules =
                new Rules(Map.of(Field.NAME, Policy.PLATFORM_WINS, Field.SLUG, Policy.LEAVE_ALONE), Set.of(Field.SLUG));
        workspace.memory().rules(_ -> rules, POLICY);
        workspace.memory().rules(_ -> rules, POLICY);
        workspace.close();
        workspace = Fixture.open(directory);

        assertEquals(rules, workspace.memory().rules());
        var said = workspace.journal().entries(new Query(0, Cause.Source.POLICY, null, 0, 9)).reversed();
        assertEquals(
                "[audit.policy.platform-wins [field:name, ASK], audit.policy.leave-alone [field:slug, ASK], audit.read-only [field:slug]]",
                said.stream().map(entry -> key(Objects.requireNonNull(entry.what()))).toList().toString());
    }

    @Test
    void tellsTheStatusThatFollowsFromNewRulesToThePlatform() throws Exception {
        var status = "select sync_status from services where id = 1";
        var remote = agreed().with(Field.NAME, "Standard Cut").with(Field.PRICE, Values.NOT_HELD);
        workspace.rows().update(1, EDIT, row -> row.seen(answer(remote)));
        assertEquals("error", value(directory, status));
        workspace.memory().rules(now -> now.with(Field.NAME, Policy.PLATFORM_WINS), POLICY);
        assertEquals("pending", value(directory, status));
        workspace.memory().rules(now -> now.with(Field.NAME, Policy.LEAVE_ALONE), POLICY);
        assertEquals("synced", value(directory, status));
    }

    @Test
    void remembersWhoseCalComItIsAndSaysSoOnce() throws ProblemException {
        workspace.memory().identity("https://api.cal.com/v2|7|user", POLICY);
        workspace.memory().identity("https://api.cal.com/v2|7|user", POLICY);
        assertEquals(Optional.of("https://api.cal.com/v2|7|user"), workspace.memory().identity());
        assertEquals(3, workspace.journal().verify().count());
    }

    private static String key(Message what) {
        return what.key() + " " + what.args();
    }
}
