package org.salacrm.core.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.salacrm.core.store.DatabaseSettings;

/** A schema beside the schema in use; tables move from one to the other in one transaction. */
final class PostgresAside implements Aside {
    private static final String BUILDING = "sala_restoring";

    private final DatabaseSettings settings;
    private final PGSimpleDataSource building;

    PostgresAside(DatabaseSettings settings) throws SQLException {
        this.settings = settings;
        this.building = settings.postgres();
        building.setCurrentSchema(BUILDING);
        drop();
        try (Connection connection = settings.postgres().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + BUILDING);
        }
    }

    @Override
    public DataSource dataSource() {
        return building;
    }

    @Override
    public Vendor vendor() {
        return Vendor.POSTGRESQL;
    }

    @Override
    public boolean isUsed() throws SQLException {
        try (Connection connection = settings.postgres().getConnection()) {
            return Aside.hasTraces(connection);
        }
    }

    @Override
    public void takePlace(String before) throws SQLException {
        Set<String> ours;
        try (Connection connection = building.getConnection()) {
            ours = Table.all(connection).keySet();
        }
        try (Connection connection = settings.postgres().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String place = connection.getSchema();
            Set<String> theirs = Table.all(connection).keySet();
            String kept = before.isEmpty() ? "sala_unused" : "sala_" + before;
            if (!theirs.isEmpty()) {
                statement.execute("create schema " + kept);
                move(statement, theirs, place, kept);
            }
            move(statement, ours, BUILDING, place);
            statement.execute("drop schema " + BUILDING);
            if (before.isEmpty()) {
                statement.execute("drop schema if exists " + kept + " cascade");
            }
            connection.commit();
        }
    }

    private static void move(Statement statement, Set<String> tables, String from, String to) throws SQLException {
        for (String table : tables) {
            statement.execute("alter table \"" + from + "\"." + table + " set schema \"" + to + '"');
        }
    }

    @Override
    public void close() throws SQLException {
        drop();
    }

    private void drop() throws SQLException {
        try (Connection connection = settings.postgres().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + BUILDING + " cascade");
        }
    }
}
