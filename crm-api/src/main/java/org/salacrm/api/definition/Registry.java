package org.salacrm.api.definition;

import java.util.List;
import java.util.Map;
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

    /**
     * Keeps a definition of the company in place of the shipped one of the same id.
     *
     * @param body the YAML body as maps, lists and plain values
     * @throws org.salacrm.api.query.MalformedQueryException saying what is wrong with the body
     */
    <D extends Definition> void save(Class<D> kind, String id, Map<String, ?> body);

    /** Forgets what company and deploy folder say of an id, so that the shipped definition counts again. */
    <D extends Definition> void reset(Class<D> kind, String id);

    /** Rises with every change. */
    long version();
}
