package org.salacrm.core.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/**
 * The codes and names of records that went into others, which lead to these for as long as they are there. Knows
 * nothing of rights.
 */
public final class FormerRows {
    /** What a record is named by beside its title, where it has such fields. */
    public static final List<String> KEYS = List.of("code", "login", "taxId", "email");

    private static final String NAMES = "core_merge_name";
    private static final int MOST_STEPS = 100;
    private static final int LONGEST = 250;
    private static final String LIVING = " n join core_merge_gone g on g.entity = n.entity and"
            + " g.record_id = n.record_id and g.merge_id = n.merge_id join core_merge m on m.id = g.merge_id";

    private final Sql sql;

    public FormerRows(Tx tx) {
        this.sql = new Sql(tx);
    }

    /**
     * A record that went into another one.
     *
     * @param into where it is now, through all merges since, which may be gone itself
     * @param values what it was named by, by field
     */
    public record Former(long id, long into, Map<String, String> values) {}

    private record Name(long id, long into, String field, String value) {}

    /** The fields by which records of an entity are named. */
    public static List<String> names(EntityType type) {
        Set<String> titles = Set.of(type.title(), type.title() + "En");
        return type.fields().stream()
                .filter(FieldType::isText)
                .filter(field -> field.flags().unique() || titles.contains(field.name()) || KEYS.contains(field.name()))
                .map(FieldType::name)
                .toList();
    }

    /** A record goes into another one. */
    public void keep(long merge, String entity, long id, Map<String, Object> values) {
        forget(entity, id);
        values.forEach((field, value) -> {
            if (value instanceof String text && !text.isBlank() && text.length() <= LONGEST) {
                sql.update(
                        "insert into core_merge_name (merge_id, entity, record_id, field, field_value)"
                                + " values (?, ?, ?, ?, ?)",
                        merge,
                        entity,
                        id,
                        field,
                        text);
            }
        });
    }

    /** It lives on its own again. */
    public void forget(String entity, long id) {
        sql.update("delete from " + NAMES + " where entity = ? and record_id = ?", entity, id);
    }

    /** Where a record is now that went into another one. */
    public OptionalLong into(String entity, long id) {
        OptionalLong at = OptionalLong.empty();
        long from = id;
        for (int i = 0; i < MOST_STEPS; i++) {
            Optional<Long> next = sql.first(
                    "select m.winner_id from core_merge_gone g join core_merge m on m.id = g.merge_id"
                            + " where g.entity = ? and g.record_id = ?",
                    row -> row.getLong(1),
                    entity,
                    from);
            if (next.isEmpty()) {
                return at;
            }
            from = next.get();
            at = OptionalLong.of(from);
        }
        return at;
    }

    /** Those that were named so. */
    public List<Former> named(String entity, String field, Collection<?> values) {
        List<Former> found = new ArrayList<>();
        if (values.isEmpty()) {
            return found;
        }
        List<Object> asked = new ArrayList<>(List.of(entity, field));
        asked.addAll(values);
        String marks = "?, ".repeat(values.size() - 1) + "?";
        List<Long> ids = sql.list(
                "select distinct n.record_id from " + NAMES + LIVING
                        + " where n.entity = ? and n.field = ? and n.field_value in (" + marks + ")",
                row -> row.getLong(1),
                asked.toArray());
        gather(names(entity, "n.record_id", ids), found);
        return found.stream()
                .map(one -> new Former(one.id(), into(entity, one.id()).orElse(one.into()), one.values()))
                .toList();
    }

    /** All that went into some records, also those that went into these before. */
    public List<Former> of(String entity, Collection<Long> ids) {
        Map<Long, Long> winners = new HashMap<>();
        ids.forEach(id -> winners.put(id, id));
        List<Former> found = new ArrayList<>();
        List<Long> next = List.copyOf(ids);
        for (int i = 0; i < MOST_STEPS && !next.isEmpty(); i++) {
            List<Former> step = new ArrayList<>();
            gather(names(entity, "m.winner_id", next), step);
            step.removeIf(one -> winners.containsKey(one.id()));
            step.forEach(one -> winners.put(one.id(), winners.get(one.into())));
            step.forEach(one -> found.add(new Former(one.id(), winners.get(one.into()), one.values())));
            next = step.stream().map(Former::id).toList();
        }
        return found;
    }

    private List<Name> names(String entity, String column, List<Long> ids) {
        return sql.listOf(
                "select n.record_id, m.winner_id, n.field, n.field_value from " + NAMES + LIVING + " where n.entity = '"
                        + entity + "' and " + column + " in",
                FormerRows::name,
                ids);
    }

    private static Name name(ResultSet row) throws SQLException {
        return new Name(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4));
    }

    private static void gather(List<Name> names, List<Former> into) {
        Map<Long, Former> byId = new LinkedHashMap<>();
        names.forEach(name -> byId.computeIfAbsent(name.id(), id -> new Former(id, name.into(), new LinkedHashMap<>()))
                .values()
                .put(name.field(), name.value()));
        into.addAll(byId.values());
    }
}
