package org.salacrm.api.action;

import java.util.Map;
import org.salacrm.api.record.ConflictException;

/** The entity has no such verb: it was mistyped, or whatever brought it is gone. */
public class UnknownActionException extends ConflictException {
    private static final long serialVersionUID = 1L;

    public UnknownActionException(String action) {
        super("conflict.action.unknown", Map.of("action", action));
    }
}
