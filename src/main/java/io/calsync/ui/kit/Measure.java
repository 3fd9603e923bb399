package io.calsync.ui.kit;

import io.calsync.domain.Field;

/// A number by which a list of services is narrowed, from and to.
public enum Measure {
    /// In minutes.
    DURATION(Field.DURATION),
    /// In whole units of the service's currency.
    PRICE(Field.PRICE);

    private final Field field;

    Measure(Field field) {
        this.field = field;
    }

    public Field field() {
        return field;
    }
}
