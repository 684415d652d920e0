package org.salacrm.api.module;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The front door of a module bundle. Entities, definitions and permissions of a bundle count only while its CrmModule
 * is active; the component is targeted at the condition {@code (osgi.condition.id=org.salacrm.module.<id>)}, which the
 * core publishes while the module is licensed and its gate is open.
 */
@ConsumerType
public interface CrmModule {

    /** Id of the module, of its persistence unit and the prefix of its definitions: {@code sfa}. */
    String id();

    /** JPA classes with {@link org.salacrm.api.model.CrmEntity}, records and parts. */
    List<Class<?>> entities();

    /** Rights beyond the standard verbs, as {@code opportunity.close-won} or {@code sfa.settings}. */
    default List<String> permissions() {
        return List.of();
    }
}
