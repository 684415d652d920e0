package org.salacrm.api.record;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Code that takes part in every write of one entity, in its transaction. Run by service ranking. */
@ConsumerType
public interface RecordHook {

    /** The entity it watches, {@code *} for all. */
    String entity();

    /** Before the record is checked and saved: may set fields or refuse with {@link InvalidRecordException}. */
    default void before(Change change) {}

    /** After it is saved, in the same transaction: may write other records. */
    default void after(Change change) {}

    /**
     * After new records were saved together, as a file brings them: one by one unless a hook has a faster way.
     *
     * @param created of one entity, at least one
     */
    default void afterAll(List<? extends Change> created) {
        created.forEach(this::after);
    }
}
