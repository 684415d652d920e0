package org.salacrm.core.record;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.InvalidRecordException;

/** Makes the typed value of a field from what JSON, a file or code gives; parts are read elsewhere. */
final class Values {
    private static final int LONGEST_NUMBER = 60;
    /** Later years are Buddhist ones that lost their way. */
    private static final int LAST_YEAR = 2399;

    private static final int FIRST_YEAR = 1000;

    private Values() {}

    /**
     * @param rounds whether digits too many are rounded, as for numbers that code computed, and not refused
     * @return null for an empty value
     */
    static Object typed(FieldType field, Object raw, boolean rounds) {
        if (raw == null || raw instanceof String text && text.isBlank()) {
            return null;
        }
        if (field.kind().equals(Kind.MULTIPICK)) {
            return codes(raw);
        }
        if (field.isRef()) {
            return id(raw);
        }
        Class<?> type = field.javaType();
        if (type == String.class) {
            return raw instanceof String text ? TextKinds.clean(field, text) : wrong("text", raw);
        }
        if (type == Boolean.class) {
            return bool(raw);
        }
        if (type == LocalDate.class) {
            return raw instanceof LocalDate date ? date : date(raw);
        }
        if (type == Instant.class) {
            return (raw instanceof Instant at ? at : instant(raw)).truncatedTo(ChronoUnit.MICROS);
        }
        BigDecimal number = number(raw);
        if (type == BigDecimal.class) {
            return decimal(field, number, rounds);
        }
        return whole(type, number, raw);
    }

    private static <T> T wrong(String expected, Object raw) {
        throw new RefusedValue("invalid.type." + expected, Map.of("value", TextKinds.shown(raw)));
    }

    private static String codes(Object raw) {
        Stream<?> given = raw instanceof Collection<?> list
                ? list.stream()
                : raw instanceof String text ? Stream.of(text.split(",")) : wrong("list", raw);
        Set<String> codes = new LinkedHashSet<>();
        given.forEach(code -> {
            String text = code instanceof String s ? s.strip() : wrong("list", raw);
            if (!text.isEmpty()) {
                codes.add(text);
            }
        });
        return codes.isEmpty() ? null : "," + String.join(",", codes) + ",";
    }

    /** The codes of a value of kind multipick. */
    static List<String> codesOf(String stored) {
        return Stream.of(stored.split(",")).filter(code -> !code.isEmpty()).toList();
    }

    static Long id(Object raw) {
        Object value = raw instanceof Map<?, ?> map ? map.get("id") : raw;
        if (value instanceof Ref ref) {
            return ref.id();
        }
        if (value instanceof Long id) {
            return id;
        }
        if (value instanceof Integer id) {
            return id.longValue();
        }
        if (value instanceof String text && isId(text.strip())) {
            return Long.valueOf(text.strip());
        }
        return wrong("id", raw);
    }

    private static boolean isId(String text) {
        return text.matches("[0-9]{1,19}") && new BigInteger(text).bitLength() < Long.SIZE;
    }

    /** The id in a cursor, beyond all ids for the first piece. */
    static long after(String cursor) {
        if (cursor.isEmpty()) {
            return Long.MAX_VALUE;
        }
        try {
            return id(cursor);
        } catch (RefusedValue e) {
            throw new InvalidRecordException("after", e.messageKey());
        }
    }

    private static Boolean bool(Object raw) {
        if (raw instanceof Boolean value) {
            return value;
        }
        if (raw instanceof String text && text.strip().matches("(?i)true|false")) {
            return Boolean.valueOf(text.strip());
        }
        return wrong("bool", raw);
    }

    private static LocalDate date(Object raw) {
        try {
            if (raw instanceof String text) {
                LocalDate date = LocalDate.parse(text.strip());
                if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                    return date;
                }
            }
        } catch (DateTimeException e) {
            return wrong("date", raw);
        }
        return wrong("date", raw);
    }

    private static Instant instant(Object raw) {
        try {
            if (raw instanceof String text) {
                OffsetDateTime at = OffsetDateTime.parse(text.strip());
                if (at.getYear() >= FIRST_YEAR && at.getYear() <= LAST_YEAR) {
                    return at.toInstant();
                }
            }
        } catch (DateTimeException e) {
            return wrong("datetime", raw);
        }
        return wrong("datetime", raw);
    }

    private static BigDecimal number(Object raw) {
        if (raw instanceof BigDecimal number) {
            return number;
        }
        boolean number = raw instanceof Number;
        String text = number || raw instanceof String ? raw.toString().strip() : "";
        if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
            return wrong("number", raw);
        }
        try {
            return raw instanceof BigInteger big ? new BigDecimal(big) : new BigDecimal(TextKinds.arabicDigits(text));
        } catch (NumberFormatException e) {
            return wrong("number", raw);
        }
    }

    private static BigDecimal decimal(FieldType field, BigDecimal number, boolean rounds) {
        long digits = (long) number.precision() - number.scale();
        int most = field.size() == 0 ? 30 : field.size() - field.scale();
        if (digits > most && number.signum() != 0) {
            throw new RefusedValue("invalid.large", Map.of("digits", most));
        }
        if (number.scale() > 1000) {
            throw new RefusedValue("invalid.scale", Map.of("scale", field.scale()));
        }
        if (field.size() == 0) {
            return number;
        }
        try {
            return number.setScale(field.scale(), rounds ? RoundingMode.HALF_UP : RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new RefusedValue("invalid.scale", Map.of("scale", field.scale()));
        }
    }

    private static Object whole(Class<?> type, BigDecimal number, Object raw) {
        try {
            if (Math.abs((long) number.precision() - number.scale()) > 20) {
                return wrong("whole", raw);
            }
            return type == Long.class ? (Object) number.longValueExact() : (Object) number.intValueExact();
        } catch (ArithmeticException e) {
            return wrong("whole", raw);
        }
    }
}
