package org.salacrm.core.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.salacrm.core.store.Database;
import org.salacrm.core.store.DatabaseSettings;

/** A new database beside the one in use. Until it takes the other's place, nobody notices it. */
interface Aside extends Database, AutoCloseable {
    /** Nobody has worked with a database in which nothing was written, set up or installed. */
    Set<String> TRACES = Set.of("core_history", "core_setup_history", "core_module");

    static Aside of(DatabaseSettings settings) throws SQLException, IOException {
        return settings.vendor() == Vendor.DERBY ? new DerbyAside(settings) : new PostgresAside(settings);
    }

    /** Whether somebody has worked with the database in use. */
    boolean isUsed() throws SQLException;

    /**
     * Takes the place of the database in use, which nobody may have open now.
     *
     * @param before name under which that one is kept; empty to throw it away
     */
    void takePlace(String before) throws SQLException, IOException;

    /** Takes back what was built, unless it has taken its place. */
    @Override
    void close() throws SQLException, IOException;

    static boolean hasTraces(Connection connection) throws SQLException {
        Map<String, Table> tables = Table.all(connection);
        boolean traces = false;
        for (String table : TRACES) {
            if (tables.containsKey(table)) {
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("select 1 from " + table)) {
                    traces |= row.next();
                }
            }
        }
        return traces;
    }
}
