package org.salacrm.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Plain statements on one connection, prepared once. */
final class Jdbc {
    private final Connection connection;

    Jdbc(Connection connection) {
        this.connection = connection;
    }

    /** @return number of rows read, with every value of them */
    interface Reading {
        int with(Object... values) throws SQLException;
    }

    Reading select(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        return values -> {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                int count = 0;
                while (rows.next()) {
                    for (int i = 1; i <= columns; i++) {
                        rows.getObject(i);
                    }
                    count++;
                }
                return count;
            }
        };
    }

    /** @return number of rows changed */
    Reading change(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        return values -> {
            bind(statement, values);
            return statement.executeUpdate();
        };
    }

    /** An insert of as many values as there are columns. */
    Reading insert(String table, String columns) throws SQLException {
        int count = columns.split(",").length;
        String marks = String.join(", ", java.util.Collections.nCopies(count, "?"));
        return change("insert into " + table + " (" + columns + ") values (" + marks + ")");
    }

    void commit() throws SQLException {
        connection.commit();
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
