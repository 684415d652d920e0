package org.salacrm.core.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import javax.transaction.TransactionManager;
import javax.transaction.xa.XAException;
import org.apache.geronimo.transaction.manager.GeronimoTransactionManager;
import org.eclipse.persistence.platform.server.ServerPlatformBase;
import org.eclipse.persistence.sessions.DatabaseSession;
import org.eclipse.persistence.transaction.JTATransactionController;
import org.ops4j.pax.transx.tm.impl.geronimo.TransactionManagerWrapper;
import org.salacrm.core.testing.TestPostgres;

/** A fresh database with the core's tables, transactions and persistence unit, without a container. */
public final class TestStore implements AutoCloseable {
    private static final GeronimoTransactionManager TRANSACTIONS = transactions();
    /** Kept, because the log forgets the level of a logger that nobody holds. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private final DatabaseSettings settings;
    private final PooledDatabase database;
    private final Map<String, EntityManagerFactory> units = new ConcurrentHashMap<>();
    private final JtaTx tx;

    private TestStore(DatabaseSettings settings) {
        this.settings = settings;
        LIQUIBASE.setLevel(Level.WARNING);
        database = new PooledDatabase(new TransactionManagerWrapper(TRANSACTIONS), settings);
        migrate("core", "db/core.xml", Path.of("src/main/resources"));
        units.put("core", unit("core"));
        tx = new JtaTx(TRANSACTIONS, TRANSACTIONS, database, units);
    }

    /** An embedded database that lives in memory and goes with {@link #close}. */
    public static TestStore derby() {
        System.setProperty("derby.locks.waitTimeout", "5");
        System.setProperty("derby.locks.deadlockTimeout", "1");
        return new TestStore(new DatabaseSettings("jdbc:derby:memory:" + UUID.randomUUID(), "", "", 10));
    }

    /** A database of its own on a real PostgreSQL, which is started once for all tests of this run. */
    public static TestStore postgres() {
        return open(emptyPostgres());
    }

    /** What the settings name, whether it was there before or not. */
    public static TestStore open(DatabaseSettings settings) {
        return new TestStore(settings);
    }

    /** A database without tables on the real PostgreSQL. */
    public static DatabaseSettings emptyPostgres() {
        return new DatabaseSettings(TestPostgres.url(TestPostgres.fresh()), "postgres", "postgres", 10);
    }

    public DatabaseSettings settings() {
        return settings;
    }

    public Database database() {
        return database;
    }

    public Tx tx() {
        return tx;
    }

    /** Applies a further changelog from a folder of resources. */
    public void migrate(String unit, String changelog, Path resources) {
        Map<String, URL> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(resources.resolve(changelog).getParent())) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.put(resources.relativize(file).toString(), url(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new Migration(database).apply(SchemaSource.of(unit, changelog, files));
    }

    private EntityManagerFactory unit(String name) {
        return Persistence.createEntityManagerFactory(
                name,
                Map.of(
                        "javax.persistence.jtaDataSource", database.dataSource(),
                        "eclipselink.target-server", TestServer.class.getName(),
                        "eclipselink.logging.level", "WARNING"));
    }

    @Override
    public void close() {
        units.values().forEach(EntityManagerFactory::close);
        database.close();
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeronimoTransactionManager transactions() {
        try {
            return new GeronimoTransactionManager(600);
        } catch (XAException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells EclipseLink where the transactions are. */
    public static final class TestServer extends ServerPlatformBase {
        public TestServer(DatabaseSession session) {
            super(session);
        }

        @Override
        public Class<?> getExternalTransactionControllerClass() {
            return TestTransactions.class;
        }
    }

    /** Hands EclipseLink the transactions of the test. */
    public static final class TestTransactions extends JTATransactionController {
        @Override
        protected TransactionManager acquireTransactionManager() {
            return TRANSACTIONS;
        }
    }
}
