package org.salacrm.core.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;

/** Gives rows what no join can: titles of records of any kind, their parts, what is to be done next, since when. */
final class Completion {
    private final EntityTypes types;
    private final Dialect dialect;
    private final Statements statements;
    private final NextActivity next;
    private final StateSince since;
    private final int seconds;

    Completion(EntityTypes types, Dialect dialect, Statements statements, NextActivity next, int seconds) {
        this.next = next;
        this.since = new StateSince(dialect, statements, seconds);
        this.types = types;
        this.dialect = dialect;
        this.statements = statements;
        this.seconds = seconds;
    }

    List<Row> complete(List<Row> rows, List<Output> outputs, Asking asking) {
        List<Row> done = rows;
        for (int i = 0; i < outputs.size() && !rows.isEmpty(); i++) {
            Output output = outputs.get(i);
            EntityType owner = output.path().owner();
            if (output.path().field() == EntityType.NEXT_ACTIVITY) {
                done = with(done, i, next.of(owner, ids(rows)));
            } else if (output.path().field() == EntityType.STATE_SINCE) {
                done = with(done, i, since.of(owner, ids(rows), asking));
            }
            if (output.value().isEmpty()) {
                continue;
            }
            FieldType field = output.path().field();
            if (field.isParts()) {
                done = withParts(done, i, field, asking);
            } else if ("*".equals(field.ref())) {
                done = withTitles(done, i);
            }
        }
        return done;
    }

    /**
     * Whether a record read from several tables is as it was at one moment: nobody has saved it in between, which would
     * have raised its version.
     */
    boolean isOfOneMoment(EntityType type, Row row, List<Output> outputs) {
        boolean oneTable = outputs.stream()
                .map(output -> output.path().field())
                .noneMatch(field -> field.isParts() || field.flags().custom());
        if (oneTable) {
            return true;
        }
        Values values = new Values();
        Sql sql = new Sql()
                .add("select t.version from " + type.table() + " t where t.id = ")
                .bind(values.add(row.id()));
        return statements.ask(
                new Plan(sql.text(), sql.slots(), null),
                values,
                seconds,
                found -> found.next() && found.getInt(1) == row.version());
    }

    private static List<Row> with(List<Row> rows, int at, java.util.function.Function<Row, Object> value) {
        List<Row> done = new ArrayList<>(rows.size());
        for (Row row : rows) {
            List<Object> values = new ArrayList<>(row.values());
            values.set(at, value.apply(row));
            done.add(new Row(row.id(), row.version(), values));
        }
        return done;
    }

    private static List<Row> with(List<Row> rows, int at, Map<Long, Object> byId) {
        return with(rows, at, row -> byId.get(row.id()));
    }

    private static List<Long> ids(List<Row> rows) {
        return rows.stream().map(Row::id).toList();
    }

    private List<Row> withTitles(List<Row> rows, int at) {
        Map<String, TreeSet<Long>> wanted = new HashMap<>();
        for (Row row : rows) {
            if (row.values().get(at) instanceof Ref ref) {
                wanted.computeIfAbsent(ref.entity(), e -> new TreeSet<>()).add(ref.id());
            }
        }
        Map<String, Map<Long, String>> titles = new HashMap<>();
        wanted.forEach((entity, ids) -> titles.put(entity, titles(entity, List.copyOf(ids))));
        return with(
                rows,
                at,
                row -> row.values().get(at) instanceof Ref ref
                        ? new Ref(
                                ref.entity(), ref.id(), titles.get(ref.entity()).getOrDefault(ref.id(), ""))
                        : null);
    }

    /** Titles by id; nothing for an absent entity and for records that are gone. */
    Map<Long, String> titles(String entity, List<Long> ids) {
        Optional<EntityType> type = types.find(entity).filter(t -> t.titleField() != null);
        Map<Long, String> titles = new HashMap<>();
        if (type.isEmpty()) {
            return titles;
        }
        FieldType title = type.get().titleField();
        for (int from = 0; from < ids.size(); from += 1000) {
            Values values = new Values();
            Keys keys = Keys.bindIds(values, ids.subList(from, Math.min(ids.size(), from + 1000)), dialect.arrays());
            Sql sql = new Sql()
                    .add("select t.id, t." + title.column() + " from "
                            + type.get().table() + " t");
            sql.add(" where t.id").in(keys).add(dialect.dirty());
            statements.ask(new Plan(sql.text(), sql.slots(), null), values, seconds, rows -> {
                while (rows.next()) {
                    String text = rows.getString(2);
                    titles.put(rows.getLong(1), text == null ? "" : text);
                }
                return null;
            });
        }
        return titles;
    }

    private List<Row> withParts(List<Row> rows, int at, FieldType field, Asking asking) {
        Map<Long, List<Map<String, Object>>> parts = parts(types.get(field.part()), rows, asking);
        return with(rows, at, row -> parts.getOrDefault(row.id(), List.of()));
    }

    private Map<Long, List<Map<String, Object>>> parts(EntityType part, List<Row> rows, Asking asking) {
        List<String> names = part.fields().stream()
                .filter(f -> !f.flags().hidden() && !f.isParts() && asking.readable(part, f))
                .map(FieldType::name)
                .toList();
        List<Output> outputs = asking.outputs(part, names);
        From from = new From(dialect, new Aliases(), part);
        RowReader reader = new RowReader(from, outputs, 1);
        Values values = new Values();
        Keys parents = Keys.bindIds(values, rows.stream().map(Row::id).toList(), dialect.arrays());
        String parent = from.base() + "." + part.parentColumn();
        String order = part.field("position")
                .map(f -> from.base() + "." + f.column() + ", ")
                .orElse("");
        Sql sql = new Sql()
                .add("select ")
                .add(from.id())
                .add(", ")
                .add(from.version())
                .add(", " + parent);
        sql.add(reader.columns())
                .add(" from ")
                .add(from.tables())
                .add(" where ")
                .add(parent)
                .in(parents);
        sql.add(" order by " + order + from.id());
        return statements.ask(new Plan(sql.text(), sql.slots(), reader), values, seconds, found -> {
            Map<Long, List<Map<String, Object>>> byParent = new HashMap<>();
            while (found.next()) {
                List<Map<String, Object>> list = byParent.computeIfAbsent(found.getLong(3), p -> new ArrayList<>());
                list.add(map(found, reader, names));
            }
            return byParent;
        });
    }

    private static Map<String, Object> map(ResultSet found, RowReader reader, List<String> names) throws SQLException {
        Row row = reader.read(found);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", row.id());
        for (int i = 0; i < names.size(); i++) {
            map.put(names.get(i), row.values().get(i));
        }
        return map;
    }
}
