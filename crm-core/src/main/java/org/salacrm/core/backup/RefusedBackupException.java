package org.salacrm.core.backup;

import java.util.Map;
import org.salacrm.api.record.ConflictException;

/** A backup cannot be written or restored; nothing was changed. */
final class RefusedBackupException extends ConflictException {
    private static final long serialVersionUID = 1L;

    RefusedBackupException(String messageKey, Map<String, ?> values) {
        super(messageKey, values);
    }

    RefusedBackupException(String messageKey, Map<String, ?> values, Throwable cause) {
        super(messageKey, values);
        initCause(cause);
    }

    /** @param what about the file, in words of the machine */
    static RefusedBackupException damaged(Object what) {
        return new RefusedBackupException("backup.damaged", Map.of("what", String.valueOf(what)));
    }
}
