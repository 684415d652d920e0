package org.salacrm.api.record;

import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.security.Caller;

/** A write on its way. Used by one thread. */
@ProviderType
public interface Change {

    /** What is being done to the record. */
    enum Kind {
        CREATE,
        UPDATE,
        DELETE
    }

    Kind kind();

    EntityType type();

    long id();

    Caller caller();

    /** Action or transition that caused the write, empty for a plain one. */
    String cause();

    /** Value as it will be saved: typed, an id for a reference; empty when the field is empty. */
    Optional<Object> value(String field);

    /** Value before the write; empty for a new record. */
    Optional<Object> old(String field);

    boolean changed(String field);

    /** Whether the caller chose the value himself, and neither a hook nor a definition did. */
    boolean chosen(String field);

    /** Names of the fields that differ from before. */
    Set<String> changed();

    /** Sets a field, also one that users may not write; null empties it. */
    void set(String field, Object value);
}
