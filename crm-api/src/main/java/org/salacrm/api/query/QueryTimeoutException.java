package org.salacrm.api.query;

/** The database did not answer within the time a question may take. */
public class QueryTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public QueryTimeoutException(Throwable cause) {
        super("the question took too long", cause);
    }
}
