package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.FormerNames;

/** The records that rows of a file may change, by the text of their key. */
record Existing(Map<String, List<Stored>> byKey) {

    /**
     * A record that a row may change.
     *
     * @param values what it holds of the fields that {@link RowMapper#heldFields} asks for
     * @param merged its title where another one went into it that had the key; empty where it has it itself
     */
    record Stored(long id, Map<String, Object> values, String merged) {
        Stored(long id, Map<String, Object> values) {
            this(id, values, "");
        }
    }

    /**
     * @param rows which may be found by their keys
     * @param fields that rows want to know
     */
    static Existing of(
            References references, RowWriter.Target target, List<RowMapper.Mapped> rows, List<String> spares) {
        Existing existing = new Existing(new HashMap<>());
        List<Object> keys = keys(target, rows);
        if (keys.isEmpty()) {
            return existing;
        }
        List<String> fields = new ArrayList<>(List.of(target.key()));
        fields.addAll(spares);
        Query question =
                Query.of(target.entity(), fields.toArray(String[]::new)).where(Filter.in(target.key(), keys));
        references.queries().each(question, row -> {
            String key = Clean.same(Objects.toString(row.values().get(0), ""));
            existing.add(key, new Stored(row.id(), held(fields, row, 1)));
        });
        existing.addMerged(references, target, keys, spares);
        return existing;
    }

    /** What a file calls by the key of a record that went into another one means that one. */
    private void addMerged(References references, RowWriter.Target target, List<Object> keys, List<String> spares) {
        List<String> open = keys.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(key -> !byKey.containsKey(Clean.same(key)))
                .toList();
        for (FormerNames.Former former : references.names().named(target.entity(), target.key(), open)) {
            Ref into = former.into();
            String key = Clean.same(former.values().getOrDefault(target.key(), ""));
            if (find(key).stream().noneMatch(one -> one.id() == into.id())) {
                Map<String, Object> held = values(references.queries(), target.entity(), into.id(), spares);
                add(key, new Stored(into.id(), held, into.label()));
            }
        }
    }

    private static List<Object> keys(RowWriter.Target target, List<RowMapper.Mapped> rows) {
        return rows.stream()
                .map(row -> row.values().get(target.key()))
                .filter(Objects::nonNull)
                .flatMap(key -> key instanceof String text ? Clean.spellings(text).stream() : Stream.of(key))
                .distinct()
                .toList();
    }

    /** What a record holds of some fields; nothing stands for what is empty. @param id 0 for one that is not there */
    static Map<String, Object> values(Queries queries, String entity, long id, List<String> fields) {
        return id == 0
                ? Map.of()
                : queries.one(entity, id, fields)
                        .map(row -> held(fields, row, 0))
                        .orElse(Map.of());
    }

    /** Takes from a row what a record holds already. */
    static void dropHeld(Queries queries, String entity, long id, RowMapper.Mapped row) {
        Set<String> given = new HashSet<>(row.values().keySet());
        given.addAll(row.along().keySet());
        Set<String> held = values(queries, entity, id, List.copyOf(given)).keySet();
        row.values().keySet().removeAll(held);
        row.along().keySet().removeAll(held);
    }

    private static Map<String, Object> held(List<String> fields, Row row, int from) {
        Map<String, Object> values = new HashMap<>();
        for (int i = from; i < fields.size(); i++) {
            Object value = row.values().get(i);
            if (value != null && !value.equals(List.of()) && !value.equals("")) {
                values.put(fields.get(i), value);
            }
        }
        return values;
    }

    /** Why a row is not written where such records were found; empty when it is. */
    static String refusal(String mode, List<Stored> found) {
        if (found.size() > 1) {
            return "import.row.several";
        }
        return switch (mode) {
            case "update" -> found.isEmpty() ? "import.row.absent" : "";
            case "create" -> found.isEmpty() ? "" : "import.row.exists";
            default -> "";
        };
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
