package org.salacrm.core.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.salacrm.core.store.Database.Vendor;

/**
 * A table as it is in the database at hand: name, columns in their order, and key, all in small letters.
 *
 * @param key columns of the primary key, none for a table without
 */
record Table(String name, List<Column> columns, List<String> key) {

    /** All tables of the connection's schema by name; it belongs to this installation alone. */
    static Map<String, Table> all(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        String schema = connection.getSchema();
        Set<String> names = new HashSet<>();
        try (ResultSet row = data.getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (row.next()) {
                names.add(row.getString("TABLE_NAME"));
            }
        }
        Map<String, List<Column>> columns = new TreeMap<>();
        try (ResultSet row = data.getColumns(null, schema, "%", "%")) {
            while (row.next()) {
                String name = row.getString("TABLE_NAME");
                if (names.contains(name)) {
                    columns.computeIfAbsent(name, key -> new ArrayList<>()).add(column(name, row));
                }
            }
        }
        Map<String, Table> all = new TreeMap<>();
        for (Map.Entry<String, List<Column>> table : columns.entrySet()) {
            String name = lower(table.getKey());
            all.put(name, new Table(name, table.getValue(), key(data, schema, table.getKey())));
        }
        return all;
    }

    private static Column column(String table, ResultSet row) throws SQLException {
        int size = row.getInt("COLUMN_SIZE");
        String name = lower(row.getString("COLUMN_NAME"));
        Column.Kind kind = Column.kind(row.getInt("DATA_TYPE"), size)
                .orElseThrow(
                        () -> new RefusedBackupException("backup.type", Map.of("table", lower(table), "column", name)));
        return new Column(
                name,
                kind,
                size,
                row.getInt("DECIMAL_DIGITS"),
                row.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls);
    }

    private static List<String> key(DatabaseMetaData data, String schema, String table) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        try (ResultSet row = data.getPrimaryKeys(null, schema, table)) {
            while (row.next()) {
                columns.put(row.getInt("KEY_SEQ"), lower(row.getString("COLUMN_NAME")));
            }
        }
        return List.copyOf(columns.values());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    String select() {
        return "select " + String.join(", ", names()) + " from " + name;
    }

    String insert() {
        String places = String.join(", ", names().stream().map(column -> "?").toList());
        return "insert into " + name + " (" + String.join(", ", names()) + ") values (" + places + ")";
    }

    private List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** Makes what no changelog makes: the side tables of the company's own fields, and columns somebody added. */
    void complete(Connection connection, Optional<Table> there, Vendor vendor) throws SQLException {
        List<String> changes = new ArrayList<>();
        if (there.isEmpty()) {
            List<String> parts = new ArrayList<>();
            columns.forEach(c -> parts.add(c.name() + " " + c.type(vendor) + (c.required() ? " not null" : "")));
            if (!key.isEmpty()) {
                parts.add("primary key (" + String.join(", ", key) + ")");
            }
            changes.add("create table " + name + " (" + String.join(", ", parts) + ")");
        } else {
            List<String> known = there.get().names();
            columns.stream()
                    .filter(c -> !known.contains(c.name()))
                    .forEach(
                            c -> changes.add("alter table " + name + " add column " + c.name() + " " + c.type(vendor)));
        }
        try (Statement statement = connection.createStatement()) {
            for (String change : changes) {
                statement.execute(change);
            }
        }
    }
}
