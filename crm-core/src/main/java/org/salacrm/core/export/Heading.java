package org.salacrm.core.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.query.Row;
import org.salacrm.core.model.PartPath;

/**
 * A column of an exported list.
 *
 * @param field what its path ends at
 * @param at which value of a row it shows
 * @param part of which part in a list of them, empty for the value itself
 */
record Heading(String label, FieldType field, int at, Optional<PartPath> part) {
    private static final int WIDEST = 60;

    /** What a row says in it. */
    Object of(Row row) {
        Object value = row.values().get(at);
        if (part.isEmpty()) {
            return value;
        }
        List<?> parts = value instanceof List<?> all ? all : List.of();
        int place = part.get().place(parts);
        return place < parts.size() ? ((Map<?, ?>) parts.get(place)).get(field.name()) : null;
    }

    /** In characters, as spreadsheets count it. */
    int width() {
        int usual =
                switch (field.kind()) {
                    case Kind.BOOL, Kind.INT, Kind.PERCENT -> 10;
                    case Kind.DATE -> 12;
                    case Kind.MONEY, Kind.DECIMAL, Kind.PHONE, Kind.TAX_ID -> 16;
                    case Kind.DATETIME -> 18;
                    case Kind.TEXTAREA -> 50;
                    default -> 26;
                };
        return Math.min(WIDEST, Math.max(usual, label.length() + 2));
    }

    boolean number() {
        return field.isNumber();
    }

    /** How a spreadsheet shows its numbers. */
    String format() {
        boolean grouped = field.kind().equals(Kind.MONEY);
        String whole = grouped ? "#,##0" : "0";
        int digits = grouped && field.scale() == 0 ? 2 : field.kind().equals(Kind.INT) ? 0 : field.scale();
        return digits == 0 ? whole : whole + "." + "0".repeat(digits);
    }
}
