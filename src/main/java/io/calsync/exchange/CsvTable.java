package io.calsync.exchange;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/// What a file of comma separated values holds.
///
/// @param charset   in which its bytes were read
/// @param separator between its cells
/// @param header    the first line
/// @param lines     all others that are not empty
public record CsvTable(Charset charset, char separator, List<String> header, List<Line> lines) {
    /// A line, which may be shorter or longer than the header.
    ///
    /// @param number counted from 1, as an editor counts them; the header is the first
    public record Line(long number, List<String> cells) {
        /// Without the blanks around it; empty where the line ends before.
        public Optional<String> cell(int column) {
            return column < 0 || column >= cells.size() ? Optional.empty() : Optional.of(cells.get(column).strip());
        }
    }
}
