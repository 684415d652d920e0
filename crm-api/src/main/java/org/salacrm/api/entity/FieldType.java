package org.salacrm.api.entity;

import java.util.Optional;

/**
 * All that is known of one field.
 *
 * @param name id of the field in its entity, as on the wire
 * @param kind one of {@link Kind} or an extension's
 * @param table table that holds the column: the entity's own or one of its side tables
 * @param column column of that table; empty for parts
 * @param javaType boxed type of a value: String, Long, Integer, BigDecimal, Boolean, LocalDate, Instant
 * @param ref entity referred to, {@code "*"} for any; empty when not a reference
 * @param refType for {@code "*"}: name of the field that holds the entity's name
 * @param part entity of the parts; empty when not parts
 * @param pickList list whose codes it holds; empty when none
 * @param sortColumn column to sort by in place of {@link #column()}; the same when there is no sort key
 * @param size longest text in characters, or total digits of a number; 0: no limit
 * @param scale digits after the point
 * @param min smallest number as text, empty: none
 * @param max largest number as text, empty: none
 * @param initial what a new record begins with, as text; empty: nothing
 * @param section id of the form's section it opens or stands in
 * @param flags its yes and no properties
 */
public record FieldType(
        String name,
        String kind,
        String table,
        String column,
        Class<?> javaType,
        String ref,
        String refType,
        String part,
        String pickList,
        String sortColumn,
        int size,
        int scale,
        String min,
        String max,
        String initial,
        String section,
        Flags flags) {

    /** Yes and no properties of a field. */
    public record Flags(
            boolean required, boolean readOnly, boolean unique, boolean listed, boolean hidden, boolean custom) {}

    public boolean isRef() {
        return !ref.isEmpty();
    }

    public boolean isParts() {
        return !part.isEmpty();
    }

    public boolean isNumber() {
        return Number.class.isAssignableFrom(javaType) && !isRef();
    }

    public boolean isText() {
        return javaType == String.class;
    }

    /** A number on which somebody answers: by its name a fax is none. */
    public boolean isTelephone() {
        return kind.equals(Kind.PHONE) && !name.equals("fax");
    }

    public Optional<String> reference() {
        return ref.isEmpty() ? Optional.empty() : Optional.of(ref);
    }
}
