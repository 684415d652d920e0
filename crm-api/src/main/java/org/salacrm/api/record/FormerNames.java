package org.salacrm.api.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.query.Ref;

/**
 * The codes and names of records that were merged into others: they lead to these for as long as they are there. Tells
 * only what the caller may read of those that stayed. Thread-safe.
 */
@ProviderType
public interface FormerNames {

    /**
     * What a record was named by that is part of another one now.
     *
     * @param into the record that it is part of
     * @param values by field: codes, titles and the like
     */
    record Former(Ref into, Map<String, String> values) {
        public Former {
            values = Map.copyOf(values);
        }
    }

    /** Those that went into some records. @param ids of records that the caller has read */
    List<Former> of(String entity, Collection<Long> ids);

    /** Those that had one of these values in a field. */
    List<Former> named(String entity, String field, Collection<String> values);
}
