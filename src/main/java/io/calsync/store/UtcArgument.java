package io.calsync.store;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/// Writes an instant as the UTC wall clock that the Platform's columns hold. The way over `java.sql.Timestamp`, which is
/// the library's own, would move times that a local summer time skips.
final class UtcArgument extends AbstractArgumentFactory<Instant> {
    UtcArgument() {
        super(Types.TIMESTAMP);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
        return (position, statement, _) -> statement.setObject(position,
                LocalDateTime.ofInstant(value, ZoneOffset.UTC));
    }
}
