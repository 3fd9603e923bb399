package io.calsync.store;

import java.sql.SQLException;
import org.h2.jdbc.JdbcException;

/// What a database error means, as far as it matters here.
final class Errors {
    private Errors() {}

    /// The database's own words without the statement, which could hold a customer's data.
    static String detail(Throwable error) {
        Throwable root = error;
        for (Throwable cause = error; cause != null; cause = cause.getCause())
            if (cause instanceof SQLException) root = cause;
        String text = root instanceof JdbcException h2 ? h2.getOriginalMessage() : String.valueOf(root.getMessage());
        return text.lines().findFirst().orElse(root.getClass().getSimpleName());
    }
}
