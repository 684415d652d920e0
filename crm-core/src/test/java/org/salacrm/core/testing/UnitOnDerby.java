package org.salacrm.core.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.apache.derby.jdbc.EmbeddedDataSource;

/** A persistence unit over an empty database in memory whose tables come from the unit's own changelog. */
public final class UnitOnDerby implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private final EntityManagerFactory factory;
    private final EmbeddedDataSource source = new EmbeddedDataSource();

    public UnitOnDerby(String unit, String changelog) throws SQLException, LiquibaseException {
        source.setDatabaseName("memory:unit" + NUMBER.incrementAndGet());
        source.setCreateDatabase("create");
        try (Connection connection = source.getConnection()) {
            var database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            try (Liquibase liquibase = new Liquibase(changelog, new ClassLoaderResourceAccessor(), database)) {
                liquibase.update("");
            }
        }
        factory = Persistence.createEntityManagerFactory(
                unit,
                Map.of(
                        "javax.persistence.transactionType", "RESOURCE_LOCAL",
                        "javax.persistence.jtaDataSource", "",
                        "javax.persistence.nonJtaDataSource", source,
                        "eclipselink.logging.level", "WARNING"));
    }

    public EntityManagerFactory factory() {
        return factory;
    }

    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        factory.close();
    }
}
