package org.salacrm.api.definition;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * All definitions of the active modules, of the deploy folder and of the company, as records of this package.
 * A later origin replaces an earlier one of the same id: bundle, then deploy, then company. Thread-safe.
 */
@ProviderType
public interface Registry {

    /** All of one kind, such as {@link View}; in the order of their ids. */
    <D extends Definition> List<D> all(Class<D> kind);

    <D extends Definition> Optional<D> find(Class<D> kind, String id);

    /** Rises with every change. */
    long version();
}
