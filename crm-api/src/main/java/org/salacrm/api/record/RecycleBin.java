package org.salacrm.api.record;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.query.Ref;

/**
 * Deleted records: the caller's own, everybody's for an administrator. {@link Records#restore} brings back.
 * Thread-safe.
 */
@ProviderType
public interface RecycleBin {

    /** Newest first. @param after cursor, empty for the first piece */
    Slice<Entry> entries(String after);

    /** A deleted record. @param id what {@link Records#restore} takes */
    record Entry(long id, String entity, String label, Instant at, Ref by) {}
}
