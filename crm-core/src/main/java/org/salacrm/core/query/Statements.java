package org.salacrm.core.query;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.salacrm.api.query.QueryRangeException;
import org.salacrm.api.query.QueryTimeoutException;
import org.salacrm.core.store.Database;
import org.salacrm.core.store.StoreBusyException;
import org.salacrm.core.store.Tx;

/**
 * Runs statements within a time limit: inside a running transaction on its connection, so that a question sees what was
 * just written, otherwise on one of the pool.
 */
final class Statements {
    /** PostgreSQL, Derby: cancelled because the time was over. */
    private static final Set<String> TIMEOUT = Set.of("57014", "XCL52");

    /** Both: a number beyond what its type holds, a division by zero. */
    private static final Set<String> RANGE = Set.of("22003", "22012");

    private static final int FETCH = 500;

    private final Database database;
    private final Tx tx;

    Statements(Database database, Tx tx) {
        this.database = database;
        this.tx = tx;
    }

    /** Reads what a statement gives. */
    interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /** @param fetch rows brought at a time, 0 for all at once: only so PostgreSQL works in parallel */
    private record Pace(int seconds, int fetch) {}

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    <T> T ask(Plan plan, Values values, int seconds, Reader<T> reader) {
        return on(connection -> run(connection, plan, values, new Pace(seconds, 0), reader));
    }

    /** Reads many rows as they come; the connection is held until the last. */
    void stream(Plan plan, Values values, int seconds, Reader<Void> reader) {
        on(connection -> inTransaction(
                connection, List.of(), () -> run(connection, plan, values, new Pace(seconds, FETCH), reader)));
    }

    /** Reads with the settings of a report. */
    <T> T report(Plan plan, Values values, int seconds, List<String> settings, Reader<T> reader) {
        return on(connection -> settings.isEmpty()
                ? run(connection, plan, values, new Pace(seconds, 0), reader)
                : inTransaction(
                        connection, settings, () -> run(connection, plan, values, new Pace(seconds, 0), reader)));
    }

    private interface Inner<T> {
        T get() throws SQLException;
    }

    private <T> T inTransaction(Connection connection, List<String> settings, Inner<T> work) throws SQLException {
        boolean auto = connection.getAutoCommit();
        if (auto) {
            connection.setAutoCommit(false);
        }
        try {
            try (Statement statement = connection.createStatement()) {
                for (String setting : settings) {
                    statement.execute(setting);
                }
            }
            return work.get();
        } finally {
            if (auto) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private <T> T on(Work<T> work) {
        try {
            if (tx.active()) {
                return work.with(tx.connection());
            }
            try (Connection connection = database.dataSource().getConnection()) {
                return work.with(connection);
            }
        } catch (SQLException e) {
            throw told(e);
        }
    }

    private static RuntimeException told(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (TIMEOUT.contains(state)) {
            return new QueryTimeoutException(e);
        }
        if (RANGE.contains(state)) {
            return new QueryRangeException(e);
        }
        return StoreBusyException.from(e)
                .<RuntimeException>map(busy -> busy)
                .orElseGet(() -> new IllegalStateException("the question could not be answered", e));
    }

    private static <T> T run(Connection connection, Plan plan, Values values, Pace pace, Reader<T> reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(plan.sql())) {
            statement.setQueryTimeout(pace.seconds());
            if (pace.fetch() > 0) {
                statement.setFetchSize(pace.fetch());
            }
            for (int i = 0; i < plan.slots().length; i++) {
                bind(connection, statement, i + 1, values.get(plan.slots()[i]));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return reader.read(rows);
            }
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int at, Object value)
            throws SQLException {
        if (value instanceof Long number) {
            statement.setLong(at, number);
        } else if (value instanceof String text) {
            statement.setString(at, text);
        } else if (value instanceof BigDecimal number) {
            statement.setBigDecimal(at, number);
        } else if (value instanceof Integer number) {
            statement.setInt(at, number);
        } else if (value instanceof Boolean flag) {
            statement.setBoolean(at, flag);
        } else if (value instanceof LocalDate day) {
            statement.setDate(at, Date.valueOf(day));
        } else if (value instanceof Instant moment) {
            statement.setTimestamp(at, Timestamp.from(moment));
        } else {
            statement.setArray(at, connection.createArrayOf("bigint", (Long[]) value));
        }
    }
}
