package io.calsync.ui.services;

/// The line above the services of one group. It is no service: it is never marked, counted or exported.
final class GroupRow extends ServiceRow {
    private final Head head;

    /// @param first one of its services
    GroupRow(Head head, RowData first) {
        super(first);
        this.head = head;
    }

    /// What it says.
    ///
    /// @param value    what the services have in common
    /// @param services how many there are
    /// @param closed   whether they are hidden
    record Head(Grouping by, String value, int services, boolean closed) {}

    Head head() {
        return head;
    }

    /// Two that say the same are the same line, so that an unchanged table is left alone.
    @Override
    public boolean equals(Object other) {
        return other instanceof GroupRow row && head.equals(row.head);
    }

    @Override
    public int hashCode() {
        return head.hashCode();
    }
}
