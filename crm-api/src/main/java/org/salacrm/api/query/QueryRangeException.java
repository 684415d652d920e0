package org.salacrm.api.query;

/** What a question works out is larger than the database can hold. */
public class QueryRangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public QueryRangeException(Throwable cause) {
        super("the numbers became too large", cause);
    }
}
