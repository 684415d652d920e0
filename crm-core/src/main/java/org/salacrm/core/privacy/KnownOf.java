package org.salacrm.core.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Query;

/** The questions whose answers are all records that speak of a person: his own, its parts, and what refers to him. */
final class KnownOf {
    private final EntityTypes types;

    KnownOf(EntityTypes types) {
        this.types = types;
    }

    List<Query> records(String entity, long id) {
        List<Query> questions = new ArrayList<>();
        EntityType person = types.get(entity);
        questions.add(whole(person, Filter.eq("id", id)));
        for (EntityType type : types.all()) {
            boolean own = type.parent().equals(entity);
            List<Filter> ways = own ? List.of(Filter.eq(entity, id)) : ways(type, entity, id);
            if (!ways.isEmpty()) {
                questions.add(whole(type, Filter.any(ways.toArray(Filter[]::new))));
            }
        }
        return questions;
    }

    private static List<Filter> ways(EntityType type, String entity, long id) {
        return type.fields().stream()
                .filter(field -> !field.flags().hidden())
                .flatMap(field -> way(field, entity, id))
                .toList();
    }

    private static Stream<Filter> way(FieldType field, String entity, long id) {
        if (field.ref().equals("*")) {
            return Stream.of(Filter.all(Filter.eq(field.name(), id), Filter.eq(field.refType(), entity)));
        }
        return field.ref().equals(entity) ? Stream.of(Filter.eq(field.name(), id)) : Stream.empty();
    }

    /** All that users see of a record. */
    private static Query whole(EntityType type, Filter which) {
        String[] fields = type.fields().stream()
                .filter(field -> !field.flags().hidden() && !field.isParts())
                .map(FieldType::name)
                .toArray(String[]::new);
        return Query.of(type.name(), fields).where(which);
    }
}
