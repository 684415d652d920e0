package org.salacrm.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL of its own, as durable as it is out of the box: its test wrapper would switch that off. */
final class PostgresStore implements Store {
    private final EmbeddedPostgres server;
    private final long pid;

    PostgresStore(Path folder) throws IOException {
        Files.createDirectories(folder);
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(true)
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        pid = Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
        try (Connection connection = connect()) {
            requireDurable(connection, "fsync");
            requireDurable(connection, "synchronous_commit");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void requireDurable(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            if (!row.getString(1).equals("on")) {
                throw new IllegalStateException(setting + " is off: figures would mean nothing");
            }
        }
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public void configure(Path data) throws IOException {
        Files.createDirectories(data.resolve("etc"));
        Files.writeString(
                data.resolve("etc/org.salacrm.database.cfg"),
                "url = jdbc:postgresql://localhost:" + server.getPort()
                        + "/postgres\nuser = postgres\npassword = postgres\n");
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public Connection connect() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://localhost:" + server.getPort() + "/postgres");
        source.setUser("postgres");
        source.setPassword("postgres");
        source.setReWriteBatchedInserts(true);
        source.setOptions("-c jit=off");
        return source.getConnection();
    }

    @Override
    public double cpu() throws IOException {
        return Processes.cpuOfFamily(pid);
    }

    @Override
    public void fill(Connection connection, Filling filling, String... tables) throws SQLException {
        connection.setAutoCommit(false);
        filling.fill();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze " + String.join(", ", tables));
            statement.execute("checkpoint");
        }
    }

    @Override
    public String month(String column) {
        return "date_trunc('month', " + column + ")";
    }

    @Override
    public String ignoringCase(String column) {
        return column + " ilike ?";
    }

    @Override
    public void release() {
        // it serves several processes
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
