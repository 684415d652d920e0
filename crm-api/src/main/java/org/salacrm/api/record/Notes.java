package org.salacrm.api.record;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.query.Ref;

/**
 * Notes kept with records. Reading needs the right to read the record, writing that to append to it;
 * {@link AbsentRecordException} when the record does not exist for the caller. Thread-safe.
 */
@ProviderType
public interface Notes {

    /** Newest first. @param after cursor, empty for the first piece */
    Slice<Note> of(String entity, long id, String after);

    /** @throws InvalidRecordException field {@code text}: empty or too long */
    Note add(String entity, long id, String text);

    /** A note. */
    record Note(long id, String text, Instant at, Ref by) {}
}
