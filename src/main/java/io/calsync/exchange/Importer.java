package io.calsync.exchange;

import io.calsync.domain.Field;
import io.calsync.exchange.ImportPlan.Addition;
import io.calsync.exchange.ImportPlan.Change;
import io.calsync.exchange.ImportPlan.Planned;
import io.calsync.exchange.ImportPlan.Refusal;
import io.calsync.exchange.ImportPlan.Refused;
import io.calsync.sync.Editing;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Progress;
import io.calsync.sync.SyncService;
import io.calsync.text.Texts;
import io.calsync.text.TimeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes the lines of a file in as a person's edits: first a plan to look at, then what was agreed to.
public final class Importer {
    /// Edits of one transaction: few enough to stop soon, many enough to be quick.
    private static final int TOGETHER = 50;

    private final SyncService sync;
    private final Texts texts;
    private final CellText cells;

    public Importer(SyncService sync, Texts texts, TimeText times) {
        this.sync = sync;
        this.texts = texts;
        this.cells = new CellText(texts, times);
    }

    /// What came of it.
    ///
    /// @param changed   services that were edited
    /// @param added     services that are new
    /// @param refused   all lines that were not taken, in the order of the file
    /// @param cancelled whether the person ended it early
    public record Outcome(int changed, int added, List<Refusal> refused, boolean cancelled) {
        /// Of a plan that is not carried out: only what it refuses.
        public static Outcome of(ImportPlan plan) {
            return outcome(plan, Map.of(), false);
        }
    }

    /// Compares a file with the services as they are. Writes nothing.
    public ImportPlan plan(CsvTable table, ImportPlan.Choices choices, Progress progress) throws ProblemException {
        return new ImportPlanner(table, choices, cells, sync.catalogue().all(), sync.catalogue().companies())
                .plan(progress);
    }

    /// Writes what the plan says, its changes as one step of the history. A service that changed since the plan was made is left as it is and its line refused;
    /// every other line stands alone.
    ///
    /// @param note kept with every entry of the trail, such as the file's name
    /// @throws ProblemException where the person may not edit
    public Outcome apply(ImportPlan plan, String note, Progress progress) throws ProblemException {
        var writing = plan.lines().stream()
                .filter(line -> line.outcome() instanceof Change || line.outcome() instanceof Addition).toList();
        var failed = new LinkedHashMap<CsvTable.Line, Reason>();
        String run = sync.editing().newRun();
        int done = 0;
        while (done < writing.size() && !progress.cancelled()) {
            var some = writing.subList(done, Math.min(done + TOGETHER, writing.size()));
            progress.at(done, writing.size(), name(some.getFirst()));
            write(some, run, note).forEach((line, why) -> failed.put(line, new Reason(null, why.message())));
            done += some.size();
        }
        progress.at(done, writing.size(), "");
        for (Planned left : writing.subList(done, writing.size()))
            failed.put(left.line(), Reason.of("import.cancelled"));
        return outcome(plan, failed, done < writing.size());
    }

    /// Writes lines to a file of their own, with the reasons in a last column; mended there, it can be imported again.
    public void writeRefused(CsvTable table, List<Refusal> refused, Path file) throws ProblemException {
        String reason = texts.say("import.reason");
        var heads = new ArrayList<>(table.header());
        heads.remove(reason);
        int columns = heads.size();
        heads.add(reason);
        var lines = new ArrayList<List<String>>();
        lines.add(heads);
        for (Refusal refusal : refused) {
            var cells = refusal.line().cells();
            var line = new ArrayList<>(cells.subList(0, Math.min(columns, cells.size())));
            while (line.size() < columns) line.add("");
            line.add(Reason.say(refusal.why(), texts));
            lines.add(line);
        }
        ListFile.whole(file, out -> {
            new CsvWriting(out, table.separator()).lines(lines);
            return true;
        });
    }

    private static String name(Planned planned) {
        return switch (planned.outcome()) {
            case Change change -> change.service().name();
            case Addition addition -> String.valueOf(addition.values().to().get(Field.NAME));
            default -> "";
        };
    }

    private Map<CsvTable.Line, Problem> write(List<Planned> lines, String run, String note) throws ProblemException {
        var failed = new LinkedHashMap<CsvTable.Line, Problem>();
        var edits = new LinkedHashMap<Long, CsvTable.Line>();
        var together = new ArrayList<Editing.Edit>();
        for (Planned planned : lines) {
            if (planned.outcome() instanceof Change(var service, var patch)) {
                edits.put(service.id(), planned.line());
                together.add(new Editing.Edit(service.id(), service.values(), patch));
            } else if (planned.outcome() instanceof Addition addition && add(addition, run) instanceof Problem why) {
                failed.put(planned.line(), why);
            }
        }
        sync.editing().saveAll(together, run, note).forEach((id, why) -> failed.put(edits.get(id), why));
        return failed;
    }

    private @Nullable Problem add(Addition addition, String run) {
        try {
            sync.editing().add(addition.companyId(), addition.branchId(), addition.values(), run);
            return null;
        } catch (ProblemException refused) {
            return refused.problem();
        }
    }

    private static Outcome outcome(ImportPlan plan, Map<CsvTable.Line, Reason> failed, boolean cancelled) {
        var refused = new ArrayList<Refusal>();
        int changed = 0;
        int added = 0;
        for (Planned planned : plan.lines()) {
            var late = failed.get(planned.line());
            if (planned.outcome() instanceof Refused(var why)) refused.add(new Refusal(planned.line(), why));
            else if (late != null) refused.add(new Refusal(planned.line(), List.of(late)));
            else if (planned.outcome() instanceof Change) changed++;
            else if (planned.outcome() instanceof Addition) added++;
        }
        return new Outcome(changed, added, List.copyOf(refused), cancelled);
    }
}
