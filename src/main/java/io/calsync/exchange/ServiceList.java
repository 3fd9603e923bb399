package io.calsync.exchange;

import io.calsync.sync.ServiceView;
import java.util.List;

/// Services as they are to stand in a file.
///
/// @param title of a printed page
/// @param about what was chosen, in words: filters, search, how many; "" where all are there
public record ServiceList(String title, String about, List<ListColumn> columns, List<ServiceView> services) {}
