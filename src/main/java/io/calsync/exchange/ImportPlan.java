package io.calsync.exchange;

import io.calsync.domain.Patch;
import io.calsync.sync.ServiceView;
import java.util.List;

/// What an import of a file would do, line by line. Making it has written nothing.
public record ImportPlan(CsvTable table, Choices choices, List<Planned> lines) {
    /// How a file is to be read.
    ///
    /// @param company for lines that are new services and name no company of their own, 0 = such lines are refused
    public record Choices(Matching matching, Key key, long company) {}

    /// What becomes of one line.
    public record Planned(CsvTable.Line line, Outcome outcome) {}

    /// What a line says about the services.
    public sealed interface Outcome {}

    /// @param service as it is now
    /// @param patch   only what differs
    public record Change(ServiceView service, Patch patch) implements Outcome {}

    /// @param branchId UUID text, "" = of the whole company
    public record Addition(long companyId, String branchId, Patch values) implements Outcome {}

    public record Unchanged(ServiceView service) implements Outcome {}

    /// @param why every mistake of the line
    public record Refused(List<Reason> why) implements Outcome {}

    /// A line that was not taken, and why.
    public record Refusal(CsvTable.Line line, List<Reason> why) {}

    /// How many lines have an outcome of that kind.
    public int count(Class<? extends Outcome> kind) {
        return (int) lines.stream().filter(line -> kind.isInstance(line.outcome)).count();
    }

    /// How many lines would write something.
    public int writing() {
        return count(Change.class) + count(Addition.class);
    }
}
