package org.salacrm.core.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.core.record.IdText;

/** What somebody gave as the values of a verb. */
final class Given {
    private Given() {}

    /** An id, as text or inside a reference; empty for nothing. */
    static Optional<Long> id(Object given) {
        Object inner = given instanceof Map<?, ?> ref ? ref.get("id") : given;
        if (inner == null || inner.equals("")) {
            return Optional.empty();
        }
        String text = String.valueOf(inner);
        return Optional.of(
                IdText.read(text).orElseThrow(() -> new MalformedQueryException("values", "no id: " + text)));
    }

    static List<Long> ids(Object given) {
        return given instanceof List<?> list
                ? list.stream().flatMap(one -> id(one).stream()).distinct().toList()
                : List.of();
    }

    /** Words, cut where they are too long. */
    static String text(Object given, int longest) {
        String text = given == null ? "" : String.valueOf(given).strip();
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
