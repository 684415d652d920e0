package org.salacrm.core.job;

import java.util.ArrayList;
import java.util.List;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;

/**
 * Work about records of another entity that can be open or over: activities of a customer, deals. Whatever refers to
 * the record, has an owner and tells by its field {@code open} whether it is over belongs to it.
 */
record OpenWork(String entity, String about, List<FieldType> via) {
    static final String OPEN = "open";

    /** @param names entities whose records go along */
    static List<OpenWork> of(EntityTypes types, String about, List<String> names) {
        return names.stream().map(name -> of(types.get(name), about)).toList();
    }

    private static OpenWork of(EntityType type, String about) {
        List<FieldType> via = type.fields().stream()
                .filter(field -> !field.flags().hidden()
                        && (field.ref().equals(about) || field.ref().equals("*")))
                .toList();
        if (type.isPart() || !canBeOpen(type) || via.isEmpty()) {
            throw new MalformedQueryException("along", type.name() + " is no open work of " + about);
        }
        return new OpenWork(type.name(), about, via);
    }

    static boolean canBeOpen(EntityType type) {
        return type.field(OPEN)
                .filter(field -> field.javaType() == Boolean.class)
                .isPresent();
    }

    /** The records that are not over; all where an entity knows no such thing. */
    static Filter open(EntityType type) {
        return canBeOpen(type) ? Filter.eq(OPEN, true) : Filter.NONE;
    }

    /** Those about a record that belong to an owner. */
    List<Long> of(Queries queries, long record, long owner) {
        Filter refers = Filter.any(via.stream()
                .map(field -> Filter.eq(
                        field.name(), field.ref().equals("*") ? about + "/" + record : String.valueOf(record)))
                .toArray(Filter[]::new));
        Filter filter = Filter.all(refers, Filter.eq(OPEN, true), Filter.eq("owner", String.valueOf(owner)));
        List<Long> found = new ArrayList<>();
        queries.each(Query.of(entity).where(filter), row -> found.add(row.id()));
        return found;
    }
}
