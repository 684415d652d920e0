package org.salacrm.rest.problem;

import java.io.IOException;

/** A body is longer than its limit; thrown while it is being read. */
public class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
    private final String limit;

    /** @param limit for people: {@code 50 MB} */
    public TooLargeException(String limit) {
        super("longer than " + limit);
        this.limit = limit;
    }

    public String limit() {
        return limit;
    }
}
