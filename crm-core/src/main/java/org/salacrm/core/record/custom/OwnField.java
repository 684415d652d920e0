package org.salacrm.core.record.custom;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.message.Text;

/**
 * A field of the company's own, as it is kept.
 *
 * @param table side table that holds its column
 * @param removedAt when it was taken out of use; empty while it is in use
 */
record OwnField(
        long id,
        String entity,
        String name,
        String kind,
        Text label,
        boolean required,
        String pickList,
        String ref,
        int size,
        int scale,
        String table,
        String column,
        Optional<Instant> removedAt) {

    static final int DIGITS = 19;

    boolean isInUse() {
        return removedAt.isEmpty();
    }

    FieldType type() {
        int total = javaType() == BigDecimal.class ? DIGITS : size;
        FieldType.Flags flags = new FieldType.Flags(required, false, false, false, false, true);
        return new FieldType(
                name,
                kind,
                table,
                column,
                javaType(),
                ref,
                "",
                "",
                pickList,
                column,
                total,
                scale,
                "",
                "",
                "",
                "own",
                flags);
    }

    Class<?> javaType() {
        return switch (kind) {
            case Kind.INT -> Integer.class;
            case Kind.DECIMAL, Kind.MONEY, Kind.PERCENT -> BigDecimal.class;
            case Kind.BOOL -> Boolean.class;
            case Kind.DATE -> LocalDate.class;
            case Kind.DATETIME -> Instant.class;
            case Kind.REF -> Long.class;
            default -> String.class;
        };
    }

    /** Type of its column, understood by both databases. */
    String columnType() {
        return switch (kind) {
            case Kind.INT -> "integer";
            case Kind.DECIMAL, Kind.MONEY, Kind.PERCENT -> "decimal(" + DIGITS + ", " + scale + ")";
            case Kind.BOOL -> "boolean";
            case Kind.DATE -> "date";
            case Kind.DATETIME -> "timestamp";
            case Kind.REF -> "bigint";
            default -> "varchar(" + size + ")";
        };
    }
}
