package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every guard is needed: without it, the histories of a build fail. Prints what failed after how many; `-Dhistories=N` sets
/// how many random ones are played before the fixed ones.
class GuardsRemovedTest {
    private static final String PUSHER = "sync/Pusher.java";
    private static final String ONE_FIELD = "domain/OneField.java";

    static Stream<Removal> guards() {
        return Stream.concat(valueGuards(), runGuards());
    }

    private static Stream<Removal> valueGuards() {
        return Stream.of(
                new Removal("the read must show the base", "I1", PUSHER,
                        "                && Objects.equals(current.values().raw(field), row.base().raw(field));", ";"),
                new Removal("a look older than 5 s authorises no write", "I1", PUSHER,
                        "return age.isNegative() || age.compareTo(FRESH) > 0;", "return age.isNegative();"),
                new Removal("an answer is compared with what was sent", "I1", ONE_FIELD,
                        "if (stored.equals(sent)) {", "if (!stored.equals(\"\")) {"),
                new Removal("a lost answer is settled by the next look", "fixed 1 ", ONE_FIELD,
                        "boolean ours = now.equals(intent.value())", "boolean ours = now.equals(intent)"),
                new Removal("three policy overwrites a day", "I1", ONE_FIELD,
                        "POLICY_OVERWRITES_A_DAY = 3;", "POLICY_OVERWRITES_A_DAY = 300;"),
                new Removal("a policy acts on what a read by id showed", "fixed 36 ", PUSHER,
                        "return notShown(read, row, rules).isEmpty() ?", "return read.id() > 0 ?"),
                new Removal("older answers tell nothing new", "I1", "domain/Link.java",
                        "return seen != null && asked.isBefore(seen) && asked.isAfter(seen.minus(LATEST));",
                        "return false;"),
                new Removal("without a base only a person decides", "I2", "domain/Verdict.java",
                        "if (base == null) return FIRST_LINK;", "if (base == null) return PLATFORM_AHEAD;"),
                new Removal("ask means that a person is asked", "I1", "domain/FieldState.java",
                        "case ASK, LEAVE_ALONE -> with(Standing.OPEN,",
                        "case ASK -> byPolicy(Choice.PLATFORM, row, rules);\ncase LEAVE_ALONE -> with(Standing.OPEN,"),
                new Removal("a decision counts on the values that were shown", "fixed 37 ", "sync/Review.java",
                        "if (row.version() != shownVersion) throw stale(row);", ""),
                new Removal("the base is in the trail", "I4", "domain/Change.java",
                        "add(changes, field, Aspect.BASE, text(field, before.base()), text(field, after.base()));", ""),
                new Removal("the link is in the trail", "I4", "domain/Change.java",
                        "add(changes, null, Aspect.LINK, text(before.link()), text(after.link()));", ""));
    }

    private static Stream<Removal> runGuards() {
        return Stream.of(
                new Removal("a wait that the clock made endless is over", "I2", "domain/Attempt.java",
                        " && now.isAfter(next.minus(LONGEST))", ""),
                new Removal("a list is taken into the rows", "I6", "sync/Detector.java",
                        "if (answer != null && row.seen(answer) != row) steps",
                        "if (answer != null && row.version() < 0) steps"),
                new Removal("an unclear answer is looked after in the next run", "fixed 1 ", "domain/Outlook.java",
                        "has(Standing.DUE) || has(Standing.POLICY) || row.awaitsAnswer();",
                        "has(Standing.DUE) && !row.awaitsAnswer() || has(Standing.POLICY);"),
                new Removal("a check takes no note", "I3", "sync/Detector.java",
                        "        var look = look();\n        return plan(look);",
                        "        var look = look();\n        takeIn(look, session.cause(Cause.Source.DRIFT));\n"
                                + "        return plan(look);"),
                new Removal("what a server would not take is not sent again", "I5", "domain/FieldState.java",
                        "return with(Standing.BLOCKED, refusal.why());", "return with(Standing.DUE, null);"),
                new Removal("the fields of a service travel together", "I5", PUSHER,
                        "alone ? Set.of(together.iterator().next()) : together",
                        "Set.of(together.iterator().next())"),
                new Removal("a look that fails concerns its service alone", "I6", PUSHER,
                        "if (!failure.problem().isOfOneRequest()) throw failure;",
                        "if (!(failure.problem() instanceof Problem.NotFound)) throw failure;"),
                new Removal("an event type that cannot be confirmed stops nothing", "I6", "sync/Detector.java",
                        "if (!failure.problem().isOfOneRequest()) throw failure;",
                        "if (!(failure.problem() instanceof Problem.NotFound)) throw failure;"),
                new Removal("a field that fails for ever goes alone", "I6", PUSHER,
                        "ISOLATE_AFTER = 2;", "ISOLATE_AFTER = 2000;"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guards")
    void withoutItTheHistoriesOfABuildFail(Removal removal, @TempDir Path directory) {
        String failure = removal.play(Integer.getInteger("histories", 150), directory);
        System.out.println("| " + removal.guard() + " | " + failure.split("\\R", 2)[0] + " |");
        assertTrue(failure.contains(removal.invariant()), removal.guard() + ": " + failure);
    }
}
