package org.salacrm.core.query;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Ref;
import org.salacrm.api.security.Caller;

/** Makes the values of a filter, typed or as JSON gives them, into values of the type of a field. */
final class Literals {
    private static final int LONGEST_TEXT = 2000;
    private static final int MOST_DIGITS = 30;

    private final CompanyTime time;
    private final Caller caller;

    Literals(CompanyTime time, Caller caller) {
        this.time = time;
        this.caller = caller;
    }

    /**
     * @return String, Long, Integer, BigDecimal, Boolean, LocalDate or Instant; a LocalDate also for an instant of
     *     which only the day is given
     * @throws MalformedQueryException naming the path
     */
    Object of(Path path, Object value) {
        FieldType field = path.field();
        if (field.isRef()) {
            return "@me".equals(value) ? (Object) caller.user() : id(path, value);
        }
        try {
            return plain(path, field.javaType(), value);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw wrong(path, value);
        }
    }

    private Object plain(Path path, Class<?> type, Object value) {
        if (type == String.class) {
            return text(path, value);
        }
        if (type == LocalDate.class) {
            return value instanceof LocalDate day ? day : day(path, String.valueOf(value));
        }
        if (type == Instant.class) {
            return value instanceof Instant || value instanceof LocalDate ? value : instant(String.valueOf(value));
        }
        if (type == Boolean.class) {
            return bool(path, value);
        }
        BigDecimal number = number(path, value);
        if (type == Integer.class) {
            return number.intValueExact();
        }
        return type == Long.class ? (Object) number.longValueExact() : number;
    }

    /** A text as part of a pattern: what it says literally. */
    static String pattern(Path path, Object value) {
        return text(path, value).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    static String text(Path path, Object value) {
        if (value instanceof Map || value instanceof Iterable) {
            throw wrong(path, value);
        }
        String text = String.valueOf(value);
        if (text.length() > LONGEST_TEXT) {
            throw new MalformedQueryException(path.text(), "text longer than " + LONGEST_TEXT + " characters");
        }
        boolean odd = text.indexOf('\0') >= 0
                || text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (odd) {
            throw new MalformedQueryException(path.text(), "text with characters that no text can hold");
        }
        return text;
    }

    private LocalDate day(Path path, String text) {
        return time.day(text).orElseGet(() -> {
            if (text.length() > 10) {
                throw wrong(path, text);
            }
            return inRange(LocalDate.parse(text));
        });
    }

    private Object instant(String text) {
        if (text.startsWith("@")) {
            return time.moment(text)
                    .map(i -> (Object) i)
                    .or(() -> time.day(text))
                    .orElseThrow(() -> new DateTimeException(text));
        }
        if (text.length() <= 10) {
            return inRange(LocalDate.parse(text));
        }
        boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > 10;
        Instant instant = zoned
                ? java.time.OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(time.zone()).toInstant();
        inRange(LocalDate.ofInstant(instant, time.zone()));
        return instant;
    }

    private static LocalDate inRange(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new DateTimeException("year " + day.getYear());
        }
        return day;
    }

    private static Boolean bool(Path path, Object value) {
        return switch (String.valueOf(value)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(path, value);
        };
    }

    private static BigDecimal number(Path path, Object value) {
        String text = String.valueOf(value);
        if (text.length() > 40) {
            throw wrong(path, value);
        }
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() - number.scale() > MOST_DIGITS) {
            throw wrong(path, value);
        }
        return number;
    }

    private static Long id(Path path, Object value) {
        if (value instanceof Ref ref) {
            return ref.id();
        }
        try {
            return Long.valueOf(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw wrong(path, value);
        }
    }

    static MalformedQueryException wrong(Path path, Object value) {
        String shown = String.valueOf(value);
        return new MalformedQueryException(
                path.text(), "cannot be compared with " + (shown.length() > 60 ? shown.substring(0, 60) + "…" : shown));
    }
}
