package org.salacrm.core.record;

import java.util.List;
import org.salacrm.api.entity.FieldType;

/** Tells of values for many records whether they are of the types of their fields, before there is a record. */
public final class ValueTypes {
    private static final String WRONG = "invalid.type.";

    private ValueTypes() {}

    /** Whether no record refuses a value for its type alone. */
    public static boolean fits(FieldType field, Object value) {
        if (field.isParts()) {
            return value == null || value instanceof List<?>;
        }
        try {
            Values.typed(field, value, false);
            return true;
        } catch (RefusedValue e) {
            return !e.messageKey().startsWith(WRONG);
        }
    }
}
