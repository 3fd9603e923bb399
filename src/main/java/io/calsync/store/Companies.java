package io.calsync.store;

import io.calsync.domain.Company;
import io.calsync.domain.Company.Branch;
import io.calsync.domain.Message;
import io.calsync.sync.Problem;
import io.calsync.sync.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The Platform's tables of companies and branches.
final class Companies {
    private Companies() {}

    static List<Company> all(Handle handle) {
        var branches = new HashMap<Long, List<Branch>>();
        handle.createQuery("select company_id, id, name from branches order by name").map((row, _) -> {
            return Map.entry(row.getLong("company_id"), new Branch(row.getString("id"), row.getString("name")));
        }).forEach(branch -> branches.computeIfAbsent(branch.getKey(), _ -> new ArrayList<>()).add(branch.getValue()));
        return handle.createQuery("select id, name, currency, calcom_team_id from companies order by name")
                .map((row, _) -> new Company(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("currency"),
                        row.getLong("calcom_team_id"),
                        List.copyOf(branches.getOrDefault(row.getLong("id"), List.of()))))
                .list();
    }

    /// @param branchId "" = of the whole company
    /// @throws ProblemException with [Problem.NotPossible] where there is no such company, or no such branch of it
    static Company having(List<Company> companies, long id, String branchId) throws ProblemException {
        for (Company company : companies) {
            if (company.id() != id) continue;
            if (branchId.isEmpty() || company.branches().stream().anyMatch(branch -> branch.id().equals(branchId)))
                return company;
            throw new ProblemException(
                    new Problem.NotPossible(Message.of("store.no-branch", branchId, company.name())));
        }
        throw new ProblemException(new Problem.NotPossible(Message.of("company.unknown", id)));
    }

    static void add(Handle handle, Company company) {
        handle.execute(
                "insert into companies (id, name, currency, calcom_team_id) values (?, ?, ?, ?)",
                company.id(),
                company.name(),
                company.currency(),
                company.teamId() == 0 ? null : company.teamId());
        for (Branch branch : company.branches()) {
            handle.execute("insert into branches (id, company_id, name) values (?, ?, ?)", branch.id(), company.id(),
                    branch.name());
        }
    }
}
