package org.salacrm.api.security;

import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The rights a role gives, as an administrator edits them; for administrators only. Thread-safe. */
@ProviderType
public interface RoleRights {

    /** @throws org.salacrm.api.record.AbsentRecordException when there is no such role */
    Grid of(long role);

    /** Replaces all rights of a role. @throws org.salacrm.api.record.InvalidRecordException for unknown names */
    void save(long role, Grid grid);

    /**
     * What a role gives; what is not named is denied.
     *
     * @param entities levels by entity and verb
     * @param fields access by {@code entity.field}, where it is less than the entity's
     * @param permissions permissions given
     */
    record Grid(Map<String, Map<String, Level>> entities, Map<String, Access> fields, Set<String> permissions) {}
}
