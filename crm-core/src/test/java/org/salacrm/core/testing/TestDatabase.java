package org.salacrm.core.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
    private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();

    /** For {@code @Parameters(name = "{0}")}: a test runs on both databases. */
    public static List<Vendor> vendors() {
        return List.of(Vendor.DERBY, Vendor.POSTGRESQL);
    }

    public static TestDatabase fresh(Vendor vendor) {
        return of(vendor, "db/core.xml");
    }

    /** With the tables of a changelog, which are made once and then copied. */
    public static TestDatabase of(Vendor vendor, String changelog) {
        String template = TEMPLATES.computeIfAbsent(vendor + changelog, name -> template(vendor, changelog));
        return new TestDatabase(
                vendor == Vendor.DERBY
                        ? derby("createFrom=" + template)
                        : TestPostgres.source(TestPostgres.copy(template)),
                vendor);
    }

    private static String template(Vendor vendor, String changelog) {
        String name = vendor == Vendor.DERBY ? "" : TestPostgres.fresh();
        DataSource source = vendor == Vendor.DERBY ? derby("create=true") : TestPostgres.source(name);
        try (Connection connection = source.getConnection()) {
            var database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            try (Liquibase liquibase = new Liquibase(changelog, new ClassLoaderResourceAccessor(), database)) {
                liquibase.update("");
            }
        } catch (SQLException | LiquibaseException e) {
            throw new IllegalStateException("no test database", e);
        }
        return vendor == Vendor.DERBY ? backup(source) : name;
    }

    private static String backup(DataSource derby) {
        try (Connection connection = derby.getConnection();
                CallableStatement backup = connection.prepareCall("call syscs_util.syscs_backup_database(?)")) {
            Path folder = Files.createTempDirectory(Path.of("target"), "derby");
            backup.setString(1, folder.toString());
            backup.execute();
            try (Stream<Path> copies = Files.list(folder)) {
                return copies.findFirst().orElseThrow().toString();
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("no test database", e);
        }
    }

    @Override
    public String toString() {
        return vendor.name();
    }

    /** @param how it comes into being */
    private static DataSource derby(String how) {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName("memory:test" + NUMBER.incrementAndGet());
        source.setConnectionAttributes(how);
        try {
            source.getConnection().close();
        } catch (SQLException e) {
            throw new IllegalStateException("no test database", e);
        }
        source.setConnectionAttributes("");
        return source;
    }
}
