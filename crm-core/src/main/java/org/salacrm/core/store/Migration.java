package org.salacrm.core.store;

import java.net.URI;
import java.net.URL;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.Resource;
import liquibase.resource.URIResource;
import liquibase.ui.LoggerUIService;
import org.salacrm.core.store.Database.Vendor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the tables of one bundle to the state that its changelog describes, or leaves them as they were. */
public final class Migration {
    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    /** No underscore: with one, Liquibase does not find its own table again on Derby. */
    private static final String CHANGELOG_TABLE = "CRMCHANGELOG";

    private static final String LOCK_TABLE = "CRMCHANGELOGLOCK";
    /** Any number, the same on every node: only one of them migrates at a time. */
    private static final long ADVISORY_LOCK = 7_252_041L;

    private final DataSource dataSource;
    private final Vendor vendor;

    public Migration(Database database) {
        this.dataSource = database.dataSource();
        this.vendor = database.vendor();
    }

    /**
     * Applies what is missing. Costs one short query when nothing is.
     *
     * @throws org.salacrm.api.record.BusyException the database is away; nothing was changed
     * @throws IllegalStateException a change failed; the changes of this call have been taken back
     */
    public void apply(SchemaSource source) {
        String fingerprint = source.fingerprint();
        try (Connection connection = dataSource.getConnection()) {
            lock(connection);
            try {
                AppliedChangelogs applied = new AppliedChangelogs(connection, vendor);
                if (!applied.is(source.unit(), fingerprint)) {
                    update(connection, source);
                    endTransaction(connection);
                    applied.remember(source, fingerprint);
                    LOG.info("Tables of {} are up to date", source.unit());
                }
            } finally {
                unlock(connection);
            }
        } catch (SQLException e) {
            throw StoreBusyException.from(e)
                    .<RuntimeException>map(busy -> busy)
                    .orElseGet(() -> new IllegalStateException("Tables of " + source.unit() + " cannot be read", e));
        }
    }

    private void update(Connection connection, SchemaSource source) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader liquibase = Liquibase.class.getClassLoader();
        Map<String, Object> scope = Map.of(
                Scope.Attr.resourceAccessor.name(),
                new BundleFiles(source.files()),
                Scope.Attr.classLoader.name(),
                liquibase,
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                "liquibase.analytics.enabled",
                false);
        Thread.currentThread().setContextClassLoader(liquibase);
        try {
            Scope.child(scope, () -> updateOrTakeBack(connection, source));
        } catch (Exception e) { // outermost: Scope.child declares nothing narrower
            throw StoreBusyException.from(e)
                    .<RuntimeException>map(busy -> busy)
                    .orElseGet(() -> new IllegalStateException(
                            "The tables of " + source.unit() + " stay as they were: " + e.getMessage(), e));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static void updateOrTakeBack(Connection connection, SchemaSource source)
            throws LiquibaseException, SQLException {
        liquibase.database.Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        database.setDatabaseChangeLogTableName(CHANGELOG_TABLE);
        database.setDatabaseChangeLogLockTableName(LOCK_TABLE);
        BundleFiles files = new BundleFiles(source.files());
        // Not closed: that would close the connection, which is ours.
        Liquibase liquibase = new Liquibase(source.changelog(), files, database);
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        // We hold a lock of our own that dies with us; the one of Liquibase outlives a crash.
        liquibase.forceReleaseLocks();
        String tag = "before-" + source.fingerprint().substring(0, 12);
        liquibase.tag(tag);
        try {
            liquibase.update(new Contexts());
        } catch (LiquibaseException failure) {
            takeBack(liquibase, tag, failure);
            throw failure;
        }
    }

    private static void takeBack(Liquibase liquibase, String tag, LiquibaseException failure) {
        try {
            liquibase.rollback(tag, new Contexts());
        } catch (LiquibaseException e) {
            failure.addSuppressed(e);
        }
    }

    private void lock(Connection connection) throws SQLException {
        if (vendor == Vendor.POSTGRESQL) {
            execute(connection, "select pg_advisory_lock(" + ADVISORY_LOCK + ")");
        }
    }

    private void unlock(Connection connection) throws SQLException {
        if (vendor == Vendor.POSTGRESQL && !connection.isClosed()) {
            endTransaction(connection);
            execute(connection, "select pg_advisory_unlock(" + ADVISORY_LOCK + ")");
        }
    }

    /** Liquibase leaves its connection in a transaction. */
    private static void endTransaction(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Shows Liquibase the files of a bundle, whether it is installed or not. */
    private static final class BundleFiles extends AbstractResourceAccessor {
        private final Map<String, URL> files;

        BundleFiles(Map<String, URL> files) {
            this.files = files;
        }

        @Override
        public List<Resource> search(String path, boolean recursive) {
            return List.of();
        }

        @Override
        public List<Resource> getAll(String path) {
            URL url = files.get(path);
            return url == null ? List.of() : List.of(new URIResource(path, URI.create(url.toString())));
        }

        @Override
        public List<String> describeLocations() {
            return List.copyOf(files.keySet());
        }

        @Override
        public void close() {
            // Holds nothing open.
        }
    }
}
