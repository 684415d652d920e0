package org.salacrm.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.salacrm.core.store.Database.Vendor;

/**
 * Which changelog each unit's tables were made by, word for word: so the database knows how it came to be, also where
 * the module has gone, and a backup can be restored into tables that are exactly as they were.
 */
final class AppliedChangelogs {
    private final Connection connection;

    AppliedChangelogs(Connection connection, Vendor vendor) throws SQLException {
        this.connection = connection;
        create("core_schema", "unit varchar(60) not null primary key, fingerprint varchar(64)");
        create(
                "core_changelog",
                "unit varchar(60) not null, path varchar(200) not null, main boolean not null, body "
                        + (vendor == Vendor.DERBY ? "clob" : "text") + " not null, primary key (unit, path)");
    }

    private void create(String table, String columns) throws SQLException {
        boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
        String name = upper ? table.toUpperCase(Locale.ROOT) : table;
        try (ResultSet found = connection.getMetaData().getTables(null, connection.getSchema(), name, null);
                Statement statement = connection.createStatement()) {
            if (!found.next()) {
                statement.execute("create table " + table + " (" + columns + ")");
            }
        }
    }

    boolean is(String unit, String fingerprint) throws SQLException {
        String sql = "select count(*) from core_schema s join core_changelog c on c.unit = s.unit"
                + " where s.unit = ? and s.fingerprint = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, unit);
            select.setString(2, fingerprint);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getInt(1) > 0;
            }
        }
    }

    void remember(SchemaSource source, String fingerprint) throws SQLException {
        String unit = source.unit();
        for (String table : List.of("core_schema", "core_changelog")) {
            change("delete from " + table + " where unit = ?", unit);
        }
        for (Map.Entry<String, URL> file : source.files().entrySet()) {
            String path = file.getKey();
            change(
                    "insert into core_changelog (unit, path, main, body) values (?, ?, ?, ?)",
                    unit,
                    path,
                    path.equals(source.changelog()),
                    text(file.getValue()));
        }
        change("insert into core_schema (unit, fingerprint) values (?, ?)", unit, fingerprint);
    }

    private void change(String sql, Object... values) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                change.setObject(i + 1, values[i]);
            }
            change.executeUpdate();
        }
    }

    private static String text(URL url) {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
