package org.salacrm.core.record;

/**
 * A table whose rows hang on records of any entity by its columns {@code entity} and {@code record_id}: shares, notes,
 * links to files. They go with their record into the recycle bin and come back with it.
 */
public interface AttachedTable {
    String table();

    /** Whether its rows go over to another record that theirs is merged into. Each row has an {@code id} then. */
    default boolean followsMerge() {
        return true;
    }

    /** Whether its rows are what people did with the record, which is not to be lost with what made it. */
    default boolean isWork() {
        return followsMerge();
    }
}
