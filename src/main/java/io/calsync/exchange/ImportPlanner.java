package io.calsync.exchange;

import io.calsync.domain.Company;
import io.calsync.domain.Field;
import io.calsync.domain.FieldType;
import io.calsync.domain.Message;
import io.calsync.domain.Patch;
import io.calsync.domain.Values;
import io.calsync.exchange.ImportPlan.Addition;
import io.calsync.exchange.ImportPlan.Change;
import io.calsync.exchange.ImportPlan.Choices;
import io.calsync.exchange.ImportPlan.Outcome;
import io.calsync.exchange.ImportPlan.Planned;
import io.calsync.exchange.ImportPlan.Refused;
import io.calsync.exchange.ImportPlan.Unchanged;
import io.calsync.sync.Editing;
import io.calsync.sync.Progress;
import io.calsync.sync.ServiceView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Compares the lines of a file with the services. Pure, but for the progress it tells; for one file.
final class ImportPlanner {
    private static final ListColumn COMPANY = new ListColumn.OfField(Field.COMPANY);
    private static final ListColumn BRANCH = new ListColumn.OfField(Field.BRANCH);

    private final CsvTable table;
    private final Choices choices;
    private final CellText cells;
    private final List<Company> companies;
    private final Map<String, List<ServiceView>> services = new HashMap<>();
    private final Map<String, Long> seen = new HashMap<>();

    ImportPlanner(CsvTable table, Choices choices, CellText cells, Collection<ServiceView> all,
            List<Company> companies) {
        this.table = table;
        this.choices = choices;
        this.cells = cells;
        this.companies = companies;
        for (ServiceView view : all)
            choices.key().of(view).ifPresent(key -> services.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(view));
    }

    ImportPlan plan(Progress progress) {
        var lines = new ArrayList<Planned>(table.lines().size());
        for (CsvTable.Line line : table.lines()) {
            if (progress.cancelled()) break;
            lines.add(new Planned(line, outcome(line)));
            progress.at(lines.size(), table.lines().size(), "");
        }
        return new ImportPlan(table, choices, List.copyOf(lines));
    }

    private Outcome outcome(CsvTable.Line line) {
        if (line.cells().size() > table.header().size())
            return refused("import.cells", line.cells().size(), table.header().size());
        String key = cell(line, choices.key().column());
        String folded = Key.folded(key);
        var found = services.getOrDefault(folded, List.of());
        if (found.isEmpty() && !choices.key().mayBeNew(key)) return unknown(key);
        if (found.size() > 1) return refused("import.ambiguous", found.size(), key);
        var first = folded.isEmpty() ? null : seen.putIfAbsent(folded, line.number());
        if (first != null) return refused("import.twice", Long.toString(first));
        return found.isEmpty() ? addition(line) : change(line, found.getFirst());
    }

    private Outcome unknown(String key) {
        if (key.isEmpty()) return refused("import.no-key");
        return choices.key() == Key.ID ? refused("service.unknown", key) : refused("import.unknown", key);
    }

    private Outcome change(CsvTable.Line line, ServiceView service) {
        var why = new ArrayList<Reason>();
        var read = values(line, service.service().currency(), service.values(), why);
        if (keyField() instanceof Field field) read.remove(field);
        read.entrySet().removeIf(entry -> entry.getValue().equals(service.values().raw(entry.getKey())));
        var patch = checked(line, read, service.service().currency(), why);
        if (!why.isEmpty()) return new Refused(why);
        return patch.isEmpty() ? new Unchanged(service) : new Change(service, patch);
    }

    private Outcome addition(CsvTable.Line line) {
        String name = cell(line, COMPANY);
        var company = company(name);
        if (company.isEmpty())
            return name.isEmpty() ? refused("import.choose-company") : refused("import.no-company", name);
        var branch = branch(company.get(), cell(line, BRANCH));
        if (branch.isEmpty()) return refused("import.no-branch", cell(line, BRANCH), company.get().name());
        var why = new ArrayList<Reason>();
        String currency = company.get().currency();
        var read = values(line, currency, Values.NONE, why);
        if (cell(line, new ListColumn.OfField(Field.NAME)).isEmpty())
            why.add(new Reason(Field.NAME, Message.of("limit.text.empty")));
        var patch = checked(line, read, currency, why);
        return why.isEmpty() ? new Addition(company.get().id(), branch.get(), patch) : new Refused(why);
    }

    private Optional<Company> company(String name) {
        return companies.stream()
                .filter(one -> name.isEmpty() ? one.id() == choices.company() : one.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static Optional<String> branch(Company company, String name) {
        if (name.isEmpty()) return Optional.of("");
        return company.branches().stream().filter(one -> one.name().equalsIgnoreCase(name)).map(Company.Branch::id)
                .findFirst();
    }

    /// What the line says of each field. An empty cell says something only of a text that may be empty.
    private Map<Field, Object> values(CsvTable.Line line, String currency, Values now, List<Reason> why) {
        var read = new EnumMap<Field, Object>(Field.class);
        for (Field field : Field.editable()) {
            var cell = line.cell(choices.matching().position(new ListColumn.OfField(field)));
            if (cell.isEmpty() || cell.get().isEmpty() && !(Matching.mayBeEmpty(field) && now.has(field))) continue;
            var value = cells.read(field, cell.get(), currency);
            if (value.isPresent()) read.put(field, value.get());
            else why.add(new Reason(field, Message.of("import.no-" + kind(field), cell.get())));
        }
        return read;
    }

    private Patch checked(CsvTable.Line line, Map<Field, Object> values, String currency, List<Reason> why) {
        String named = cell(line, ListColumn.About.CURRENCY);
        if (values.containsKey(Field.PRICE) && !named.isEmpty() && !named.equalsIgnoreCase(currency))
            why.add(new Reason(Field.PRICE, Message.of("import.currency", named, currency)));
        var patch = new Patch(values);
        Editing.invalid(patch).forEach((field, limit) -> why.add(new Reason(field, limit)));
        return patch;
    }

    /// What finds a service is not changed by the same line; "premium cut" that finds "Premium Cut" is no edit.
    private @Nullable Field keyField() {
        return choices.key().column() instanceof ListColumn.OfField(Field field) ? field : null;
    }

    private String cell(CsvTable.Line line, ListColumn column) {
        return line.cell(choices.matching().position(column)).orElse("");
    }

    private static Refused refused(String key, Object... args) {
        return new Refused(List.of(Reason.of(key, args)));
    }

    private static String kind(Field field) {
        return switch (field.type()) {
            case FieldType.Text _ -> "text";
            case FieldType.Minutes _ -> "minutes";
            case FieldType.Amount _ -> "amount";
            case FieldType.Flag _ -> "flag";
        };
    }
}
