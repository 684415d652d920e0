package org.salacrm.itest.torture;

/** Sala or its database was gone before it answered: what was asked for may be done or not. */
final class OpenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OpenException(String message, Throwable cause) {
        super(message, cause);
    }
}
