package org.salacrm.rest.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.salacrm.rest.problem.RefusedException;

/** Refuses values that are JSON but that no database keeps: the NUL character, half a character, endless numbers. */
final class Soundness {
    private static final int MAX_SCALE = 30;
    private static final int MAX_DIGITS = 60;

    private Soundness() {}

    static void check(Object value) {
        if (value instanceof String text) {
            characters(text);
        } else if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                characters((String) entry.getKey());
                check(entry.getValue());
            }
        } else if (value instanceof List<?> list) {
            for (Object item : list) {
                check(item);
            }
        } else if (value instanceof BigDecimal number) {
            if (Math.abs(number.scale()) > MAX_SCALE || number.precision() > MAX_DIGITS) {
                throw new RefusedException(400, "json.number");
            }
        }
    }

    static void characters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new RefusedException(400, "json.characters");
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw new RefusedException(400, "json.characters");
                }
                i++;
            }
        }
    }
}
