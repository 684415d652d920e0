package org.salacrm.core.record;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.core.store.Tx;

/** Rows as they stand in their tables, whatever columns these have, to be kept as text and put back. */
final class RawRows {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Tx tx;
    private final EntityTypes types;

    RawRows(Tx tx, EntityTypes types) {
        this.tx = tx;
        this.types = types;
    }

    /** The text differs per state of the metadata, because a prepared statement does not see a new column. */
    private String all(String table) {
        return "select * from " + table + " /* " + types.version() + " */";
    }

    /** A row of a table; its values as text, empty columns left out. */
    record Row(String table, Map<String, String> values) {}

    static String text(List<Row> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Row> parse(String text) {
        try {
            return JSON.readValue(text, new TypeReference<List<Row>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("a document of the recycle bin cannot be read", e);
        }
    }

    List<Row> read(String table, String where, Object... keys) {
        try (PreparedStatement statement = prepare(all(table) + " where " + where, keys);
                ResultSet rows = statement.executeQuery()) {
            ResultSetMetaData columns = rows.getMetaData();
            List<Row> all = new ArrayList<>();
            while (rows.next()) {
                Map<String, String> values = new LinkedHashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    String value = rows.getString(i);
                    if (value != null) {
                        values.put(columns.getColumnName(i).toLowerCase(Locale.ROOT), value);
                    }
                }
                all.add(new Row(table, values));
            }
            return all;
        } catch (SQLException e) {
            throw new StatementException("cannot read " + table, e);
        }
    }

    /** @return number of rows deleted */
    int delete(String table, String where, Object... keys) {
        try (PreparedStatement statement = prepare("delete from " + table + " where " + where, keys)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StatementException("cannot delete from " + table, e);
        }
    }

    /** Puts a row back; columns that its table no longer has are left out. */
    void insert(Row row) {
        Map<String, Integer> sqlTypes = types(row.table());
        List<String> columns =
                row.values().keySet().stream().filter(sqlTypes::containsKey).toList();
        String sql = "insert into " + row.table() + " (" + String.join(", ", columns) + ") values ("
                + "?, ".repeat(columns.size() - 1) + "?)";
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                String value = row.values().get(columns.get(i));
                statement.setObject(i + 1, typed(value, sqlTypes.get(columns.get(i))));
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StatementException("cannot put back into " + row.table(), e);
        }
    }

    private Map<String, Integer> types(String table) {
        try (PreparedStatement statement = prepare(all(table) + " where 1 = 0");
                ResultSet none = statement.executeQuery()) {
            Map<String, Integer> sqlTypes = new LinkedHashMap<>();
            ResultSetMetaData columns = none.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                sqlTypes.put(columns.getColumnName(i).toLowerCase(Locale.ROOT), columns.getColumnType(i));
            }
            return sqlTypes;
        } catch (SQLException e) {
            throw new StatementException("cannot look at " + table, e);
        }
    }

    private static Object typed(String value, int sqlType) {
        return switch (sqlType) {
            case Types.BIGINT -> Long.valueOf(value);
            case Types.INTEGER, Types.SMALLINT -> Integer.valueOf(value);
            case Types.DECIMAL, Types.NUMERIC -> new BigDecimal(value);
            case Types.BOOLEAN, Types.BIT -> value.startsWith("t") || value.equals("1");
            case Types.DATE -> Date.valueOf(value);
            case Types.TIMESTAMP -> Timestamp.valueOf(value);
            default -> value;
        };
    }

    private PreparedStatement prepare(String sql, Object... keys) throws SQLException {
        PreparedStatement statement = tx.connection().prepareStatement(sql);
        for (int i = 0; i < keys.length; i++) {
            statement.setObject(i + 1, keys[i]);
        }
        return statement;
    }
}
