package org.salacrm.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The indexes of some tables, taken away while many rows come: Derby makes them anew in a tenth of the time. */
final class DerbyIndexes {
    /** How Derby begins the names of those it made for a constraint, which it does not let go. */
    private static final String OF_CONSTRAINT = "SQL";

    private final Connection connection;
    /** By name: table and columns as they stand in a create index. */
    private final Map<String, String> known = new LinkedHashMap<>();

    DerbyIndexes(Connection connection, String... tables) throws SQLException {
        this.connection = connection;
        for (String table : tables) {
            read(table.toUpperCase(Locale.ROOT));
        }
    }

    private void read(String table) throws SQLException {
        try (ResultSet columns = connection.getMetaData().getIndexInfo(null, "APP", table, false, true)) {
            while (columns.next()) {
                String index = columns.getString("INDEX_NAME");
                if (columns.getBoolean("NON_UNIQUE") && !index.startsWith(OF_CONSTRAINT)) {
                    String direction = "D".equals(columns.getString("ASC_OR_DESC")) ? " desc" : "";
                    String column = columns.getString("COLUMN_NAME") + direction;
                    known.merge(index, table + " (" + column, (all, next) -> all + ", " + column);
                }
            }
        }
    }

    void drop() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String index : known.keySet()) {
                statement.execute("drop index " + index);
            }
        }
        connection.commit();
    }

    void create() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> index : known.entrySet()) {
                statement.execute("create index " + index.getKey() + " on " + index.getValue() + ")");
            }
        }
        connection.commit();
    }
}
