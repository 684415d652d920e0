package org.salacrm.core.security;

import java.util.Optional;
import java.util.Set;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.security.Verb;

/**
 * Where a right on an entity is really decided: a part is decided by the record it belongs to, and writing a part is
 * updating that record.
 *
 * @param type the deciding record's type; empty when no active module brings it
 */
record Target(String entity, String verb, Optional<EntityType> type) {
    private static final Set<String> WRITING = Set.of(Verb.CREATE, Verb.UPDATE, Verb.DELETE);

    static Target of(EntityTypes types, String entity, String verb) {
        Optional<EntityType> type = types.find(entity);
        if (type.isPresent() && type.get().isPart()) {
            return of(types, type.get().parent(), WRITING.contains(verb) ? Verb.UPDATE : verb);
        }
        return new Target(entity, verb, type);
    }

    /** Whether everybody who is signed in has this right. */
    boolean open() {
        return verb.equals(Verb.READ) && common(type);
    }

    static boolean common(Optional<EntityType> type) {
        return type.isPresent() && type.get().features().common();
    }

    /** The field of the parent in which the parts of a type stand. */
    static Optional<FieldType> partsField(EntityTypes types, EntityType part) {
        return types.find(part.parent()).flatMap(p -> p.fields().stream()
                .filter(f -> f.part().equals(part.name()))
                .findFirst());
    }
}
