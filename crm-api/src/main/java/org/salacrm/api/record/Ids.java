package org.salacrm.api.record;

import org.osgi.annotation.versioning.ProviderType;

/** New ids: 64-bit, sorted by time, unique over all nodes. Thread-safe. */
@ProviderType
public interface Ids {
    long next();
}
