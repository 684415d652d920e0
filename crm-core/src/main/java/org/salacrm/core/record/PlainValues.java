package org.salacrm.core.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;

/** Values of an answer as the write path takes them again and as JSON keeps them: numbers, texts, lists and maps. */
public final class PlainValues {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private PlainValues() {}

    /** As JSON, for a column that keeps them. */
    public static String write(Map<String, Object> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("only plain values can be kept: " + values.keySet(), e);
        }
    }

    /** What {@link #write} wrote. */
    public static Map<String, Object> read(String text) {
        try {
            return JSON.readValue(text, MAP);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the kept values are no JSON", e);
        }
    }

    /** @param names the fields of the row, in its order */
    public static Map<String, Object> of(EntityType type, List<String> names, Row row) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            plain.put(names.get(i), plain(type, names.get(i), row.values().get(i)));
        }
        return plain;
    }

    private static Object plain(EntityType type, String name, Object value) {
        boolean codes =
                type.field(name).filter(f -> f.kind().equals(Kind.MULTIPICK)).isPresent();
        if (codes && value instanceof String text) {
            return Arrays.stream(text.split(",")).filter(c -> !c.isEmpty()).toList();
        }
        return plain(value);
    }

    private static Object plain(Object value) {
        if (value instanceof Ref ref) {
            return Map.of("id", Long.toString(ref.id()), "entity", ref.entity());
        }
        if (value instanceof List<?> parts) {
            return parts.stream().map(PlainValues::plain).toList();
        }
        if (value instanceof Map<?, ?> part) {
            Map<String, Object> plain = new LinkedHashMap<>();
            part.forEach((name, inner) -> plain.put(String.valueOf(name), plain(inner)));
            return plain;
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
