package org.salacrm.api.entity;

import java.util.Collection;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The entity types of the core and of every active module, with the company's own fields. Thread-safe. */
@ProviderType
public interface EntityTypes {

    /** @throws UnknownEntityException when no active module brings it */
    EntityType get(String name);

    Optional<EntityType> find(String name);

    Optional<EntityType> find(Class<?> type);

    Collection<EntityType> all();

    /** Rises with every change of any entity type; what is compiled from metadata is kept per version. */
    long version();
}
