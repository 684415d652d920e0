package org.salacrm.core.record;

import java.sql.SQLException;

/** The database refused a statement. */
public final class StatementException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StatementException(String message, SQLException cause) {
        super(message, cause);
    }
}
