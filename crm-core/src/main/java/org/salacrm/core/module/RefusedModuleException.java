package org.salacrm.core.module;

import java.util.Map;
import org.salacrm.api.record.ConflictException;

/** A module's file cannot be taken, or a module cannot be installed; nothing was changed. */
final class RefusedModuleException extends ConflictException {
    private static final long serialVersionUID = 1L;

    RefusedModuleException(String messageKey) {
        super(messageKey, Map.of());
    }

    RefusedModuleException(String messageKey, Map<String, ?> values) {
        super(messageKey, values);
    }

    /** The trace is for whoever tells of it: nobody logs it before. */
    RefusedModuleException(String messageKey, Throwable cause) {
        super(messageKey, Map.of("reason", String.valueOf(cause.getMessage())));
        initCause(cause);
    }
}
