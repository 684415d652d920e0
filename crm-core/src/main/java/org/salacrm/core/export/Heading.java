package org.salacrm.core.export;

import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;

/**
 * A column of an exported list.
 *
 * @param field what its path ends at
 */
record Heading(String label, FieldType field) {
    private static final int WIDEST = 60;

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
