package org.salacrm.api.security;

import java.time.Duration;

/** Signing in is refused: name or password wrong, user out of use, or too many tries. */
public class SignInException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Duration retryAfter;

    /** @param retryAfter how long further tries are refused; zero when one may try at once */
    public SignInException(Duration retryAfter) {
        super(retryAfter.isZero() ? "refused" : "too many tries");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
