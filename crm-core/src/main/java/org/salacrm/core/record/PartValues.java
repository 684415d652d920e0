package org.salacrm.core.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.record.Ids;
import org.salacrm.api.security.Access;

/** Reads lists of parts as they are given: those with an id are kept and changed, the others are new. Thread-safe. */
final class PartValues {
    private static final int MOST = 2000;
    private static final Set<String> IGNORED = Set.of("id", "version", "position");

    private final EntityTypes types;
    private final Beans beans;
    private final Ids ids;

    /** Who gives the values: what he may write, and whether digits too many are rounded for him. */
    interface Giver {
        Access access(EntityType part, FieldType field);

        boolean isCode();
    }

    PartValues(EntityTypes types, Beans beans, Ids ids) {
        this.types = types;
        this.beans = beans;
        this.ids = ids;
    }

    List<Map<String, Object>> read(Draft draft, FieldType field, Object raw, Giver giver) {
        if (raw == null) {
            return List.of();
        }
        if (!(raw instanceof List<?> given) || given.size() > MOST) {
            throw new RefusedValue("invalid.type.list", Map.of("value", TextKinds.shown(raw)));
        }
        Map<Long, Map<String, Object>> before = byId(draft, field);
        List<Map<String, Object>> parts = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String path = field.name() + "[" + i + "]";
            try {
                Map<String, Object> part = one(draft, field, new Given(given.get(i), path, before, giver));
                if (!seen.add((Long) part.get("id"))) {
                    throw new RefusedValue("invalid.part");
                }
                parts.add(part);
            } catch (RefusedValue e) {
                draft.refusals().add(path, e);
            }
        }
        return parts;
    }

    private record Given(Object raw, String path, Map<Long, Map<String, Object>> before, Giver giver) {}

    private Map<String, Object> one(Draft draft, FieldType field, Given given) {
        if (!(given.raw() instanceof Map<?, ?> values)) {
            throw new RefusedValue("invalid.type.object", Map.of("value", TextKinds.shown(given.raw())));
        }
        EntityType type = types.get(field.part());
        Map<String, Object> before = Map.of();
        Object id = values.get("id");
        if (id != null) {
            before = given.before().get(Values.id(id));
            if (before == null && !given.giver().isCode()) {
                throw new RefusedValue("invalid.part");
            }
        }
        Map<String, Object> part =
                new LinkedHashMap<>(before == null || before.isEmpty() ? beans.defaults(type) : before);
        part.put("id", id == null ? (Long) ids.next() : Values.id(id));
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            String name = String.valueOf(entry.getKey());
            if (!IGNORED.contains(name)) {
                take(draft, type, part, new Entry(name, entry.getValue(), given.path() + "." + name, given.giver()));
            }
        }
        return part;
    }

    private record Entry(String name, Object raw, String path, Giver giver) {}

    private void take(Draft draft, EntityType type, Map<String, Object> part, Entry entry) {
        FieldType field = type.byName().get(entry.name());
        Access access = field == null ? Access.NONE : entry.giver().access(type, field);
        if (access == Access.NONE) {
            draft.refusals().add(entry.path(), "invalid.unknown", Map.of("field", TextKinds.shown(entry.name())));
            return;
        }
        try {
            Object typed = Values.typed(field, entry.raw(), entry.giver().isCode());
            if (Same.same(typed, part.get(field.name()))) {
                return;
            }
            if (access != Access.WRITE) {
                throw new RefusedValue("invalid.readOnly");
            }
            part.put(field.name(), typed);
        } catch (RefusedValue e) {
            draft.refusals().add(entry.path(), e);
        }
    }

    private static Map<Long, Map<String, Object>> byId(Draft draft, FieldType field) {
        Map<Long, Map<String, Object>> before = new HashMap<>();
        draft.oldParts(field.name()).forEach(part -> before.put((Long) part.get("id"), part));
        return before;
    }
}
