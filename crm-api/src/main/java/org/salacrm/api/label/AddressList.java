package org.salacrm.api.label;

import java.util.Optional;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;

/** Where the addresses of an entity stand: the first of its lists of parts that have a postcode. */
public final class AddressList {
    private AddressList() {}

    public static Optional<FieldType> of(EntityTypes types, EntityType type) {
        return type.fields().stream()
                .filter(FieldType::isParts)
                .filter(field -> types.find(field.part()).stream()
                        .flatMap(part -> part.fields().stream())
                        .anyMatch(one -> one.kind().equals(Kind.POSTCODE)))
                .findFirst();
    }
}
