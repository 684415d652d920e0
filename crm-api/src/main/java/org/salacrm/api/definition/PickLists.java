package org.salacrm.api.definition;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The pick lists as the company has them now. Thread-safe. */
@ProviderType
public interface PickLists {

    /** The rows in order; an empty list for an unknown id. */
    PickList get(String id);

    List<PickList> all();

    /** Replaces the company's rows; codes in use by records are kept out of use, not removed. */
    void save(PickList list);

    long version();
}
