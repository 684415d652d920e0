package org.salacrm.core.record;

import javax.persistence.PersistenceException;

/** Somebody else saved the record between reading and writing it, and the caller did not insist on a version. */
final class LostRaceException extends PersistenceException {
    private static final long serialVersionUID = 1L;

    LostRaceException(Throwable cause) {
        super("saved by somebody else meanwhile", cause);
    }
}
