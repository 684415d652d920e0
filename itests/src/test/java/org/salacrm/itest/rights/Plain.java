package org.salacrm.itest.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON as plain values that can be compared: numbers alike whatever their scale, references as such. */
final class Plain {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final int DIGITS = 4;

    private Plain() {}

    /** A record that a value leads to. */
    record Ref(String entity, long id, String label) {}

    static Object read(String json) {
        try {
            return json.isEmpty() ? null : of(JSON.readValue(json, Object.class));
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Object of(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new TreeMap<>();
            map.forEach((key, item) -> plain.put(String.valueOf(key), of(item)));
            return plain.size() == 3 && plain.keySet().containsAll(List.of("id", "label", "entity"))
                    ? new Ref(text(plain, "entity"), number(plain.get("id")), text(plain, "label"))
                    : plain;
        }
        if (value instanceof List<?> list) {
            List<Object> plain = new ArrayList<>();
            list.forEach(item -> plain.add(of(item)));
            return plain;
        }
        return value instanceof Number number ? number(new BigDecimal(number.toString())) : value;
    }

    /** Averages have many digits, of which the last may differ. */
    static BigDecimal number(BigDecimal value) {
        BigDecimal rounded = value.scale() > DIGITS ? value.setScale(DIGITS, RoundingMode.HALF_UP) : value;
        BigDecimal bare = rounded.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    static long number(Object id) {
        return Long.parseLong(String.valueOf(id));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return value instanceof List<?> ? (List<Object>) value : List.of();
    }

    static String text(Map<String, Object> map, String key) {
        return String.valueOf(map.getOrDefault(key, ""));
    }
}
