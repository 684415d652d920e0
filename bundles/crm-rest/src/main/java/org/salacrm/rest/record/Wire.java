package org.salacrm.rest.record;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Records;
import org.salacrm.rest.problem.RefusedException;

/** How ids and versions stand in addresses, headers and bodies. */
public final class Wire {

    private Wire() {}

    /** An id out of an address; what is no id is the id of nothing. */
    public static long id(String entity, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new AbsentRecordException(entity, 0);
        }
    }

    /** An id out of a body or a parameter. */
    public static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new RefusedException(400, "value.id", Map.of("value", shortened(text)));
        }
    }

    /** The values of a record as the write path takes them: id and version are said by address and header. */
    public static Map<String, Object> values(Map<String, Object> body) {
        Map<String, Object> values = new LinkedHashMap<>(body);
        values.keySet().removeAll(List.of("id", "version"));
        return values;
    }

    /** Values asked for by an action, whose names need not be those of fields: a reference becomes its id. */
    static Map<String, Object> input(Map<String, Object> body) {
        Map<String, Object> values = values(body);
        values.replaceAll(
                (name, value) -> value instanceof Map<?, ?> ref && ref.containsKey("id") ? ref.get("id") : value);
        return values;
    }

    public static String shortened(Object value) {
        String text = String.valueOf(value);
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** The version the caller saw, which a change must name; {@code *} is any. */
    public static int version(String ifMatch) {
        if (ifMatch == null) {
            throw new RefusedException(428, "version.missing");
        }
        return optionalVersion(ifMatch);
    }

    /** As {@link #version}, but nothing means any. */
    static int optionalVersion(String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return Records.ANY_VERSION;
        }
        String plain = plain(ifMatch);
        if (plain.isEmpty() || plain.length() > 9 || !plain.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new RefusedException(400, "version.broken");
        }
        return Integer.parseInt(plain);
    }

    /** When that was written which the caller saw, for what has no version; nothing means any. */
    static Optional<Instant> optionalMoment(String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(plain(ifMatch)));
        } catch (DateTimeParseException e) {
            throw new RefusedException(400, "version.broken");
        }
    }

    private static String plain(String tag) {
        return tag.replaceFirst("^W/", "").replaceAll("^\"|\"$", "");
    }
}
