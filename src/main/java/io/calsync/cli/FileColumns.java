package io.calsync.cli;

import io.calsync.exchange.ListColumn;
import io.calsync.sync.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/// Columns of files as a person names them on the command line.
final class FileColumns {
    private FileColumns() {}

    /// @throws ProblemException naming those there are
    static ListColumn of(String name, List<ListColumn> among) throws ProblemException {
        return ListColumn.of(name.strip()).filter(among::contains)
                .orElseThrow(() -> Refusals.of("cli.unknown-word", name, keys(among)));
    }

    private static String keys(List<ListColumn> columns) {
        return columns.stream().map(ListColumn::key).collect(Collectors.joining(", "));
    }
}
