package org.salacrm.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Many rows for one table, sent in batches. Close it to send the last. */
final class Rows implements AutoCloseable {
    private static final int BATCH = 500;
    private static final int COMMIT = 5_000;

    private final Connection connection;
    private final PreparedStatement insert;
    private int waiting;

    /** @param columns separated by commas */
    Rows(Connection connection, String table, String columns) throws SQLException {
        this.connection = connection;
        int count = columns.split(",").length;
        String marks = String.join(", ", java.util.Collections.nCopies(count, "?"));
        this.insert = connection.prepareStatement("insert into " + table + " (" + columns + ") values (" + marks + ")");
    }

    void add(List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            insert.setObject(i + 1, values.get(i));
        }
        insert.addBatch();
        waiting++;
        if (waiting % BATCH == 0) {
            insert.executeBatch();
        }
        if (waiting % COMMIT == 0) {
            connection.commit();
        }
    }

    @Override
    public void close() throws SQLException {
        insert.executeBatch();
        connection.commit();
        insert.close();
    }
}
