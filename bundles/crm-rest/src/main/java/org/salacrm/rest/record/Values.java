package org.salacrm.rest.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;

/** Turns a record as it stands on the wire into values to be saved: a reference may be written as it was read. */
@Component(service = Values.class)
public final class Values {
    private final EntityTypes types;

    @Activate
    public Values(@Reference EntityTypes types) {
        this.types = types;
    }

    public Map<String, Object> read(String entity, Map<String, Object> body) {
        return read(types.get(entity), body);
    }

    /** Values asked for by an action, whose names need not be those of fields: a reference becomes its id. */
    public Map<String, Object> input(String entity, Map<String, Object> body) {
        Map<String, Object> values = read(entity, body);
        values.replaceAll(
                (name, value) -> value instanceof Map<?, ?> ref && ref.containsKey("id") ? ref.get("id") : value);
        return values;
    }

    private Map<String, Object> read(EntityType type, Map<String, Object> body) {
        Map<String, Object> values = new LinkedHashMap<>();
        body.forEach((name, value) -> {
            Optional<FieldType> field = type.field(name);
            if (field.isPresent() && field.get().isRef() && value instanceof Map<?, ?> ref) {
                reference(field.get(), ref, values);
            } else if (field.isPresent() && field.get().isParts() && value instanceof List<?> list) {
                values.put(name, parts(field.get(), list));
            } else if (!name.equals("id") && !name.equals("version") || type.isPart()) {
                values.put(name, value);
            }
        });
        return values;
    }

    private static void reference(FieldType field, Map<?, ?> ref, Map<String, Object> values) {
        values.put(field.name(), ref.get("id"));
        if (field.ref().equals("*") && ref.get("entity") != null) {
            values.put(field.refType(), ref.get("entity"));
        }
    }

    private List<Object> parts(FieldType field, List<?> list) {
        EntityType part = types.get(field.part());
        return list.stream()
                .map(item -> item instanceof Map<?, ?> map ? (Object) read(part, named(map)) : item)
                .toList();
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }
}
