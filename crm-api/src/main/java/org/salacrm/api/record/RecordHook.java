package org.salacrm.api.record;

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
}
