package org.salacrm.core.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Plain statements for the rows that belong to the machine, in the running transaction or in one of their own. */
public final class Sql {
    private static final String TAKEN = "23505";
    /** Each time one of those who want the same row gets it. */
    private static final int TRIES = 20;

    private static final int AT_ONCE = 500;

    private final Tx tx;

    public Sql(Tx tx) {
        this.tx = tx;
    }

    /** Makes a value of the row at hand. */
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** @return number of rows changed */
    public int update(String sql, Object... values) {
        return tx.required(() -> {
            try (PreparedStatement statement = prepare(sql, values)) {
                return statement.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException("refused: " + sql, e);
            }
        });
    }

    /** One statement for many rows, sent together. */
    public void updateAll(String sql, List<Object[]> rows) {
        tx.required(() -> {
            try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
                for (Object[] values : rows) {
                    fill(statement, values);
                    statement.addBatch();
                }
                return statement.executeBatch();
            } catch (SQLException e) {
                throw new IllegalStateException("refused: " + sql, e);
            }
        });
    }

    /** Does work that makes a row unless it is there; once more when somebody else made it meanwhile. */
    public <T> T making(Supplier<T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return tx.required(work);
            } catch (IllegalStateException e) {
                boolean taken = e.getCause() instanceof SQLException refusal && TAKEN.equals(refusal.getSQLState());
                if (!taken || tx.active() || tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    public <T> List<T> list(String sql, Reader<T> reader, Object... values) {
        return tx.required(() -> {
            try (PreparedStatement statement = prepare(sql, values);
                    ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
                return all;
            } catch (SQLException e) {
                throw new IllegalStateException("refused: " + sql, e);
            }
        });
    }

    /** The rows for some ids, asked for in pieces. @param sql ends before the list that a column is IN */
    public <T> List<T> listOf(String sql, Reader<T> reader, List<Long> ids) {
        List<T> all = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Long> some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
            all.addAll(list(sql + " (" + "?, ".repeat(some.size() - 1) + "?)", reader, some.toArray()));
        }
        return all;
    }

    public <T> Optional<T> first(String sql, Reader<T> reader, Object... values) {
        return list(sql, reader, values).stream().findFirst();
    }

    /** An instant of a row; a column that is empty answers the beginning of time. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? Instant.EPOCH : at.toInstant();
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = tx.connection().prepareStatement(sql);
        fill(statement, values);
        return statement;
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Instant at) {
                statement.setTimestamp(i + 1, Timestamp.from(at));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
