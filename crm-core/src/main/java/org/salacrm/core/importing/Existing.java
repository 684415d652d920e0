package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;

/** The records that rows of a file may change, by the text of their key. */
record Existing(Map<String, List<Stored>> byKey) {

    /** A record that a row may change, with what it holds of the fields that furtherPhones asks for. */
    record Stored(long id, Map<String, Object> values) {}

    /**
     * @param keys what rows may be found by
     * @param spares fields that furtherPhones wants to know
     */
    static Existing of(Queries queries, RowWriter.Target target, List<Object> keys, List<String> spares) {
        Existing existing = new Existing(new HashMap<>());
        if (keys.isEmpty()) {
            return existing;
        }
        List<String> fields = new ArrayList<>(List.of(target.key()));
        fields.addAll(spares);
        Query question =
                Query.of(target.entity(), fields.toArray(String[]::new)).where(Filter.in(target.key(), keys));
        queries.each(question, row -> {
            Map<String, Object> values = new HashMap<>();
            for (int i = 1; i < fields.size(); i++) {
                if (row.values().get(i) != null) {
                    values.put(fields.get(i), row.values().get(i));
                }
            }
            existing.add(Clean.same(Objects.toString(row.values().get(0), "")), new Stored(row.id(), values));
        });
        return existing;
    }

    List<Stored> find(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    void add(String key, Stored stored) {
        if (!key.isEmpty()) {
            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(stored);
        }
    }
}
