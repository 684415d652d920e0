package org.salacrm.core.testing;

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
        DataSource source = vendor == Vendor.DERBY ? derby() : TestPostgres.source(TestPostgres.fresh());
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
}
