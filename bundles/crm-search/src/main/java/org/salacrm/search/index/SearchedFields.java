package org.salacrm.search.index;

import java.util.Comparator;
import java.util.List;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;

/** The texts an entity is searched by, its title first. */
public final class SearchedFields {

    private SearchedFields() {}

    public static List<FieldType> of(EntityType type) {
        return type.searched().stream()
                .filter(FieldType::isText)
                .sorted(Comparator.comparing(field -> !field.name().equals(type.title())))
                .toList();
    }

    /** Whether its digits count and not how they are written. */
    public static boolean isNumber(FieldType field) {
        return field.kind().equals(Kind.PHONE) || field.kind().equals(Kind.TAX_ID);
    }
}
