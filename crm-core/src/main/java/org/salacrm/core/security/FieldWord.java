package org.salacrm.core.security;

import java.util.Map;
import java.util.Optional;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.security.Access;
import org.salacrm.core.security.Directory.Sheet;

/** What one role says about one field. */
final class FieldWord {

    private FieldWord() {}

    /**
     * The role's restriction, or write where the role gives any right on the entity (for a part: on the record it
     * belongs to). Empty when the role has nothing to say.
     */
    static Optional<Access> of(Sheet role, EntityTypes types, String entity, String field) {
        Access said = role.fields().getOrDefault(entity, Map.of()).get(field);
        boolean opens = role.levels().containsKey(Target.of(types, entity, "").entity());
        return said != null || !opens ? Optional.ofNullable(said) : Optional.of(Access.WRITE);
    }
}
