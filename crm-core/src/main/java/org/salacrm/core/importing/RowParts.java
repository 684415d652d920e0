package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.salacrm.core.model.PartPath;

/** What a row says of the parts of its record, which fills those that are there before it adds others. */
final class RowParts {
    private final Map<String, TreeMap<Integer, Map<String, Object>>> lists = new LinkedHashMap<>();

    /** The values of one part. */
    Map<String, Object> of(PartPath path) {
        return lists.computeIfAbsent(path.list(), list -> new TreeMap<>())
                .computeIfAbsent(path.number(), number -> new HashMap<>());
    }

    /** The parts of a new record. */
    Map<String, Object> ofNew() {
        Map<String, Object> all = new LinkedHashMap<>();
        lists.forEach((list, parts) -> all.put(list, new ArrayList<>(parts.values())));
        return all;
    }

    /**
     * The values of a row for a record that has parts already, which stay as far as the row says nothing of them.
     *
     * @param stored what the record holds
     */
    Map<String, Object> over(Map<String, Object> values, Map<String, Object> stored) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        lists.forEach((list, parts) ->
                all.computeIfPresent(list, (name, fresh) -> over(list, parts, stored.getOrDefault(list, List.of()))));
        return all;
    }

    private static List<Map<String, Object>> over(String list, Map<Integer, Map<String, Object>> given, Object stored) {
        List<Map<String, Object>> parts = new ArrayList<>();
        for (Object part : (List<?>) stored) {
            parts.add(kept((Map<?, ?>) part));
        }
        int before = parts.size();
        given.forEach((number, values) -> {
            int place = new PartPath(list, number, "").place((List<?>) stored);
            if (place < before) {
                parts.get(place).putAll(values);
            } else {
                parts.add(values);
            }
        });
        return parts;
    }

    /** A stored part is named by its id; one made for a row above has none yet. */
    private static Map<String, Object> kept(Map<?, ?> part) {
        Map<String, Object> kept = new HashMap<>();
        part.forEach((name, value) -> {
            if (part.get("id") == null || name.equals("id")) {
                kept.put(String.valueOf(name), value);
            }
        });
        return kept;
    }
}
