package org.salacrm.core.record;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.salacrm.api.entity.FieldType;

/** Values of drafts as JSON keeps them and the write path takes them again; equal when they mean the same. */
final class PlainForm {
    private PlainForm() {}

    /** @param values of the draft, before or after */
    static Object of(FieldType field, Function<String, ?> values) {
        Object value = plain(values.apply(field.name()));
        if (value == null || !field.ref().equals("*")) {
            return value;
        }
        return Map.of("entity", Objects.toString(values.apply(field.refType()), ""), "id", value);
    }

    private static Object plain(Object value) {
        if (value instanceof List<?> parts) {
            return parts.isEmpty() ? null : parts.stream().map(PlainForm::plain).toList();
        }
        if (value instanceof Map<?, ?> part) {
            Map<String, Object> plain = new TreeMap<>();
            part.forEach((name, inner) -> {
                if (inner != null) {
                    plain.put(String.valueOf(name), plain(inner));
                }
            });
            return plain;
        }
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return value == null || value instanceof Boolean ? value : value.toString();
    }
}
