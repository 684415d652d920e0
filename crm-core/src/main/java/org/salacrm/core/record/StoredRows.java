package org.salacrm.core.record;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.core.store.Tx;

/** Reads and writes by plain statements what JPA does not know: custom fields, and parts as they stand stored. */
final class StoredRows {
    private final Tx tx;

    StoredRows(Tx tx) {
        this.tx = tx;
    }

    /** All custom values of a record; absent ones are null. */
    Map<String, Object> custom(EntityType type, long id) {
        Map<String, Object> values = new HashMap<>();
        tables(type.fields()).forEach((table, fields) -> {
            List<Map<String, Object>> rows = select(table, fields, "id = ?", id);
            fields.forEach(f ->
                    values.put(f.name(), rows.isEmpty() ? null : rows.get(0).get(f.name())));
        });
        return values;
    }

    /** Writes changed custom values; the row of a side table is made when it is first needed. */
    void writeCustom(EntityType type, long id, Map<String, Object> changes) {
        List<FieldType> changed = type.fields().stream()
                .filter(f -> f.flags().custom() && changes.containsKey(f.name()))
                .toList();
        tables(changed).forEach((table, fields) -> {
            String set = fields.stream().map(f -> f.column() + " = ?").collect(Collectors.joining(", "));
            if (execute("update " + table + " set " + set + " where id = ?", fields, changes, id) == 0) {
                String names = fields.stream().map(FieldType::column).collect(Collectors.joining(", "));
                String marks = "?, ".repeat(fields.size());
                execute("insert into " + table + " (" + names + ", id) values (" + marks + "?)", fields, changes, id);
            }
        });
    }

    /** The stored parts of a record in their order. */
    List<Map<String, Object>> parts(EntityType part, long parent) {
        List<FieldType> fields = part.fields().stream()
                .filter(f -> !f.isParts() && !f.flags().custom() && (f.name().equals("id") || !Beans.isSystem(f)))
                .toList();
        return select(part.table(), fields, part.parentColumn() + " = ? order by position", parent);
    }

    private static Map<String, List<FieldType>> tables(List<FieldType> fields) {
        return fields.stream()
                .filter(f -> f.flags().custom())
                .collect(Collectors.groupingBy(FieldType::table, LinkedHashMap::new, Collectors.toList()));
    }

    private List<Map<String, Object>> select(String table, List<FieldType> fields, String where, long key) {
        String names = fields.stream().map(FieldType::column).collect(Collectors.joining(", "));
        String sql = "select " + names + " from " + table + " where " + where;
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            statement.setLong(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                List<Map<String, Object>> all = new ArrayList<>();
                while (rows.next()) {
                    Map<String, Object> row = new LinkedHashMap<>();
                    for (int i = 0; i < fields.size(); i++) {
                        row.put(fields.get(i).name(), Columns.read(rows, i + 1, fields.get(i)));
                    }
                    all.add(row);
                }
                return all;
            }
        } catch (SQLException e) {
            throw new StatementException("cannot read " + table, e);
        }
    }

    private int execute(String sql, List<FieldType> fields, Map<String, Object> values, long id) {
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            int index = 1;
            for (FieldType field : fields) {
                Columns.write(statement, index++, field, values.get(field.name()));
            }
            statement.setLong(index, id);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StatementException("refused: " + sql, e);
        }
    }
}
