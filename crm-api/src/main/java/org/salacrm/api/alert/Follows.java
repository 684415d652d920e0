package org.salacrm.api.alert;

import org.osgi.annotation.versioning.ProviderType;

/** Which records the current caller follows: he is told of what others do with them. Thread-safe. */
@ProviderType
public interface Follows {

    boolean has(String entity, long id);

    /**
     * Begins to follow a record, or ends it; nothing happens when it is so already.
     *
     * @throws org.salacrm.api.record.AbsentRecordException when the record does not exist for the caller
     */
    void set(String entity, long id, boolean on);
}
