package org.salacrm.core.module;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.salacrm.api.module.Modules.State;
import org.salacrm.core.store.Tx;

/** Which modules this installation has, in the database, so that every node and every restart knows them. */
final class ModuleRows {
    private final Tx tx;

    ModuleRows(Tx tx) {
        this.tx = tx;
    }

    /**
     * A module the installation has or had.
     *
     * @param version installed version, empty when none is
     * @param hash content of the installed file, empty when none is
     * @param message sentence key of what went wrong last, empty when nothing did
     */
    record ModuleRow(String id, State state, String version, String hash, String message, String reason) {

        ModuleRow in(State other) {
            return new ModuleRow(id, other, version, hash, "", "");
        }

        ModuleRow failed(State other, String key, String why) {
            return new ModuleRow(id, other, version, hash, key, why.length() > 900 ? why.substring(0, 900) : why);
        }
    }

    Map<String, ModuleRow> all() {
        return work(db -> {
            Map<String, ModuleRow> rows = new TreeMap<>();
            try (PreparedStatement sql =
                            db.prepareStatement("select id, state, version, hash, message, reason from core_module");
                    ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    rows.put(row.getString(1), read(row));
                }
            }
            return rows;
        });
    }

    Optional<ModuleRow> find(String id) {
        return Optional.ofNullable(all().get(id));
    }

    void save(ModuleRow module) {
        work(db -> {
            try (PreparedStatement sql = db.prepareStatement(
                    "update core_module set state = ?, version = ?, hash = ?, message = ?, reason = ? where id = ?")) {
                fill(sql, module);
                if (sql.executeUpdate() > 0) {
                    return module;
                }
            }
            try (PreparedStatement sql = db.prepareStatement(
                    "insert into core_module (state, version, hash, message, reason, id) values (?,?,?,?,?,?)")) {
                fill(sql, module);
                sql.executeUpdate();
            }
            return module;
        });
    }

    private static void fill(PreparedStatement sql, ModuleRow module) throws SQLException {
        sql.setString(1, module.state().name());
        sql.setString(2, module.version());
        sql.setString(3, module.hash());
        sql.setString(4, module.message());
        sql.setString(5, module.reason());
        sql.setString(6, module.id());
    }

    private static ModuleRow read(ResultSet row) throws SQLException {
        return new ModuleRow(
                row.getString(1),
                State.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }

    private interface Sql<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T work(Sql<T> sql) {
        return tx.requiresNew(() -> {
            try {
                return sql.with(tx.connection());
            } catch (SQLException e) {
                throw new IllegalStateException("the list of modules cannot be read or written", e);
            }
        });
    }
}
