package org.salacrm.core.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salacrm.api.action.ActionInput;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;

/** What a conversion copies from its source into a new record: fields, constants, and parts line by line. */
final class Mapping {
    private static final Set<String> OWN = Set.of("id", "version", "position");

    private Mapping() {}

    /** Values by target field; what is empty in the source is left out, {@code $step} stays as written. */
    static Map<String, Object> of(
            EntityType target, EntityTypes types, Map<String, String> map, Sources sources, ActionInput input) {
        List<String> paths = map.values().stream()
                .filter(source -> !source.startsWith("=") && !source.startsWith("$"))
                .distinct()
                .toList();
        Map<String, Object> source = sources.values(input, paths);
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((field, from) -> {
            Object value = from.startsWith("$") ? from : from.startsWith("=") ? from.substring(1) : source.get(from);
            if (value instanceof List<?> lines) {
                target.field(field).ifPresent(f -> values.put(field, lines(lines, types, f)));
            } else if (value != null) {
                values.put(field, value);
            }
        });
        return values;
    }

    private static List<Map<String, Object>> lines(List<?> lines, EntityTypes types, FieldType field) {
        EntityType part = types.get(field.part());
        return lines.stream()
                .filter(Map.class::isInstance)
                .map(line -> line((Map<?, ?>) line, part))
                .toList();
    }

    private static Map<String, Object> line(Map<?, ?> line, EntityType part) {
        Map<String, Object> copy = new LinkedHashMap<>();
        line.forEach((name, value) -> {
            String key = String.valueOf(name);
            boolean known = part.field(key).filter(f -> !f.flags().hidden()).isPresent();
            if (value != null && known && !OWN.contains(key)) {
                copy.put(key, value);
            }
        });
        return copy;
    }
}
