package org.salacrm.core.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** The database refused or was not there; tells whether trying again makes sense. */
public final class StoreException extends RuntimeException {
    /** Serialization failure and deadlock of both databases, lock time-out of Derby and of PostgreSQL. */
    private static final Set<String> TRANSIENT = Set.of("40001", "40P01", "40XL1", "40XL2", "55P03");

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The SQL state of the database's refusal, empty if it could not even be asked. */
    public String sqlState() {
        return sqlCause(this).map(SQLException::getSQLState).orElse("");
    }

    /** The work lost a race for a lock: the same work may well succeed now. */
    public boolean isTransient() {
        return TRANSIENT.contains(sqlState());
    }

    /** The database cannot be reached or no connection became free in time. */
    public boolean isUnavailable() {
        String state = sqlState();
        return state.isEmpty() || state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
    }

    /** A value was there already that may be there once only. */
    public boolean isDuplicate() {
        return "23505".equals(sqlState());
    }

    /** The first SQLException behind an exception that carries an SQL state, otherwise the first one. */
    static Optional<SQLException> sqlCause(Throwable thrown) {
        SQLException first = null;
        for (Throwable t = thrown; t != null && t != t.getCause(); t = t.getCause()) {
            if (t instanceof SQLException sql) {
                if (sql.getSQLState() != null) {
                    return Optional.of(sql);
                }
                first = first == null ? sql : first;
            }
        }
        return Optional.ofNullable(first);
    }
}
