package org.salacrm.core.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;

/**
 * A column in which ids of records stand.
 *
 * @param kindColumn the column that says of which entity the id is; empty when it is always the same
 * @param holder the records whose field it is; empty for what hangs on records of any entity
 */
record Place(String table, String column, String kindColumn, Optional<EntityType> holder) {

    /** Columns of the rows that hang on a record. */
    static Place hanging(String table) {
        return new Place(table, "record_id", "entity", Optional.empty());
    }

    /** A column of a module that is away, whose tables stay. */
    static Place ofAbsent(String name) {
        String[] parts = name.split("\\.");
        return new Place(parts[0], parts[1], "", Optional.empty());
    }

    /** All fields that may refer to records of an entity. */
    static List<Place> referring(Iterable<EntityType> types, String entity) {
        List<Place> places = new ArrayList<>();
        for (EntityType holder : types) {
            fields(holder, entity)
                    .map(field -> new Place(field.table(), field.column(), kind(holder, field), Optional.of(holder)))
                    .forEach(places::add);
        }
        return places;
    }

    static Stream<FieldType> fields(EntityType holder, String entity) {
        return holder.fields().stream()
                .filter(field -> field.ref().equals(entity) || field.ref().equals("*"));
    }

    private static String kind(EntityType holder, FieldType field) {
        return field.ref().equals("*") ? holder.byName().get(field.refType()).column() : "";
    }

    /** What it is called where moves are kept. */
    String name() {
        return table + "." + column;
    }
}
