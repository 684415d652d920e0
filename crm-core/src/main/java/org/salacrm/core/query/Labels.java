package org.salacrm.core.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.salacrm.api.query.Ref;

/**
 * Makes the values of a dimension into what an answer shows: ids into references with their titles.
 *
 * @param entity referred to, {@code *} for any; empty when the dimension is no reference
 */
record Labels(String entity, Map<String, Map<Long, String>> titles) {

    static Labels of(String entity, List<Object> values, Completion completion) {
        Map<String, TreeSet<Long>> wanted = new HashMap<>();
        for (Object value : values) {
            if (value instanceof Ref ref) {
                wanted.computeIfAbsent(ref.entity(), e -> new TreeSet<>()).add(ref.id());
            } else if (!entity.isEmpty() && value instanceof Long id) {
                wanted.computeIfAbsent(entity, e -> new TreeSet<>()).add(id);
            }
        }
        Map<String, Map<Long, String>> titles = new HashMap<>();
        wanted.forEach((name, ids) -> titles.put(name, completion.titles(name, List.copyOf(ids))));
        return new Labels(entity, titles);
    }

    Object shown(Object value) {
        if (value == ReportRun.REST) {
            return "*";
        }
        if (value instanceof Ref ref) {
            return new Ref(ref.entity(), ref.id(), title(ref.entity(), ref.id()));
        }
        return !entity.isEmpty() && value instanceof Long id ? new Ref(entity, id, title(entity, id)) : value;
    }

    private String title(String name, long id) {
        return titles.getOrDefault(name, Map.of()).getOrDefault(id, "");
    }
}
