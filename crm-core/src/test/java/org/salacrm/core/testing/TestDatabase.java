package org.salacrm.core.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.salacrm.core.store.Database;

/** An empty database with the tables of the core, for tests that need rows but no container. */
public record TestDatabase(DataSource dataSource, Vendor vendor) implements Database {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** For {@code @Parameters(name = "{0}")}: a test runs on both databases. */
    public static List<Vendor> vendors() {
        return List.of(Vendor.DERBY, Vendor.POSTGRESQL);
    }

    public static TestDatabase fresh(Vendor vendor) {
        return of(vendor, "db/core.xml");
    }

    public static TestDatabase of(Vendor vendor, String changelog) {
        DataSource source = vendor == Vendor.DERBY ? derby() : postgres();
        try (Connection connection = source.getConnection()) {
            var database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            try (Liquibase liquibase = new Liquibase(changelog, new ClassLoaderResourceAccessor(), database)) {
                liquibase.update("");
            }
        } catch (SQLException | LiquibaseException e) {
            throw new IllegalStateException("no test database", e);
        }
        return new TestDatabase(source, vendor);
    }

    @Override
    public String toString() {
        return vendor.name();
    }

    private static DataSource derby() {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName("memory:test" + NUMBER.incrementAndGet());
        source.setCreateDatabase("create");
        return source;
    }

    private static DataSource postgres() {
        String name = "test" + NUMBER.incrementAndGet();
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no test database", e);
        }
        return Server.RUNNING.getDatabase("postgres", name);
    }

    /** Started with the first test that wants it, stopped with the virtual machine. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C.UTF-8")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
