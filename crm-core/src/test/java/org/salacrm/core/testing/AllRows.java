package org.salacrm.core.testing;

import java.math.BigDecimal;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Every value of every row of every table, as text that does not depend on the database, in order. */
public final class AllRows {
    private AllRows() {}

    public static Map<String, List<String>> of(Connection connection, Set<String> except) throws SQLException {
        Map<String, List<String>> all = new TreeMap<>();
        List<String> tables = new ArrayList<>();
        try (ResultSet row =
                connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (row.next()) {
                tables.add(row.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        for (String table : tables) {
            if (!except.contains(table)) {
                all.put(table, rows(connection, table));
            }
        }
        return all;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from " + table)) {
            ResultSetMetaData data = row.getMetaData();
            String[] cells = new String[data.getColumnCount()];
            while (row.next()) {
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = data.getColumnName(i + 1).toLowerCase(Locale.ROOT) + '=' + text(row.getObject(i + 1));
                }
                Arrays.sort(cells);
                rows.add(String.join("|", cells));
            }
        }
        rows.sort(null);
        return rows;
    }

    private static String text(Object value) throws SQLException {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof Clob text) {
            return text(text.getSubString(1, (int) text.length()));
        }
        if (value instanceof Blob bytes) {
            return text(bytes.getBytes(1, (int) bytes.length()));
        }
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String ? "\"" + value + '"' : value.toString();
    }
}
