package org.salacrm.core.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.resource.spi.TransactionSupport.TransactionSupportLevel;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.ops4j.pax.transx.connection.ExceptionSorter;
import org.ops4j.pax.transx.jdbc.ManagedDataSourceBuilder;
import org.ops4j.pax.transx.tm.Transaction;
import org.ops4j.pax.transx.tm.TransactionManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.condition.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the database named in org.salacrm.database.cfg and keeps a pool of connections that join transactions. The rest
 * of the core sees it as {@link Database} when {@link SchemaPublisher} has brought the core's tables.
 */
@Component(
        service = PooledDatabase.class,
        configurationPid = "org.salacrm.database",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class PooledDatabase implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(PooledDatabase.class);
    private static final long WAIT_FOR_CONNECTION_MS = 2_500;

    private final DatabaseSettings settings;
    /** Looks after the connection to the server, or after the files. */
    private final AutoCloseable care;

    private final DataSource pool;
    private final DataSource guarded;

    @Activate
    public PooledDatabase(
            @Reference TransactionManager transactions,
            @Reference(target = DatabaseGate.TARGET) Condition open,
            Map<String, Object> configuration) {
        this(transactions, DatabaseSettings.from(configuration));
    }

    PooledDatabase(TransactionManager transactions, DatabaseSettings settings) {
        this.settings = settings;
        if (settings.vendor() == Vendor.DERBY) {
            boot(settings);
            this.care = new Reopening(settings);
            this.pool = pool(transactions, settings, settings.derby());
            this.guarded = new SeenSource(() -> got(transactions));
        } else {
            Pulse felt = new Pulse(settings.postgres());
            DataSource postgres = settings.postgres();
            DataSource watched = new SeenSource(() -> felt.watched(postgres.getConnection()));
            this.care = felt;
            this.pool = pool(transactions, settings, watched);
            this.guarded = new SeenSource(() -> {
                felt.require();
                return got(transactions);
            });
        }
        LOG.info("Database: {}", settings);
    }

    private Connection got(TransactionManager transactions) throws SQLException {
        Transaction running = transactions.getTransaction();
        Connection connection = pool.getConnection();
        return running != null && running.isActive() ? LentConnection.of(connection) : connection;
    }

    /** An embedded database that is created or recovered may take longer than anybody waits for a connection. */
    private static void boot(DatabaseSettings settings) {
        EmbeddedDataSource derby = settings.derby();
        derby.setCreateDatabase("create");
        try {
            RestoredFolder.of(settings).settle();
            derby.getConnection().close();
        } catch (IOException e) {
            throw new UncheckedIOException("The restored database cannot take its place", e);
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded database does not start", e);
        }
    }

    @Override
    public DataSource dataSource() {
        return guarded;
    }

    @Override
    public Vendor vendor() {
        return settings.vendor();
    }

    @Deactivate
    public void close() {
        closeQuietly(care);
        if (pool instanceof AutoCloseable closeable) {
            closeQuietly(closeable);
        }
        if (vendor() == Vendor.DERBY) {
            Reopening.shutDown(settings);
        }
    }

    /** One database, so one local transaction per connection: nothing to prepare in two phases. */
    private static DataSource pool(TransactionManager transactions, DatabaseSettings settings, DataSource database) {
        ManagedDataSourceBuilder builder = ManagedDataSourceBuilder.builder()
                .dataSource(database)
                .transaction(TransactionSupportLevel.LocalTransaction)
                .transactionManager(transactions)
                .exceptionSorter(new DeadConnections())
                .maxPoolSize(settings.poolSize())
                .connectionTimeout(WAIT_FOR_CONNECTION_MS)
                .idleTimeout(10, TimeUnit.MINUTES)
                .maxLifetime(30, TimeUnit.MINUTES);
        try {
            return builder.build();
        } catch (Exception e) { // outermost: the builder declares nothing narrower
            throw new IllegalStateException("The pool of connections cannot be made", e);
        }
    }

    private static void closeQuietly(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) { // outermost: AutoCloseable declares nothing narrower, and we are going down
            LOG.warn("What holds the database open did not close in order", e);
        }
    }

    /** A refused statement leaves its connection in the pool, a broken connection leaves the pool. */
    private static final class DeadConnections implements ExceptionSorter {
        @Override
        public boolean isExceptionFatal(Exception e) {
            return e instanceof SQLException sql
                    && sql.getSQLState() != null
                    && StoreBusyException.isAway(sql.getSQLState());
        }

        @Override
        public boolean rollbackOnFatalException() {
            return true;
        }
    }
}
