package io.calsync.cli;

import io.calsync.domain.Company;
import io.calsync.sync.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/// Which company a new service belongs to.
final class Companies {
    private Companies() {}

    /// @param id 0 = the only one
    static Company chosen(List<Company> companies, long id) throws ProblemException {
        if (companies.isEmpty()) throw Refusals.of("cli.company.none");
        if (id == 0 && companies.size() == 1) return companies.getFirst();
        return companies.stream().filter(company -> company.id() == id).findFirst()
                .orElseThrow(() -> Refusals.of("cli.company.which", named(companies)));
    }

    private static String named(List<Company> companies) {
        return companies.stream().map(company -> company.id() + " (" + company.name() + ")")
                .collect(Collectors.joining(", "));
    }
}
