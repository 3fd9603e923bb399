package io.calsync.domain;

/// What the Platform records of one bookable offer beside its values, with its row.
///
/// @param branchId UUID text, "" for a service of the whole company
/// @param currency ISO 4217 code, the company's
public record Service(long companyId, String branchId, String currency, Row row) {
    public long id() {
        return row.id();
    }

    public String name() {
        return row.platform().text(Field.NAME);
    }
}
