package org.salacrm.core.duplicate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.BusyException;
import org.salacrm.core.record.StatementException;
import org.salacrm.core.store.Database;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Lets one job at a time make keys anew, over all nodes; who comes later is to come again. */
@Component(service = KeyLock.class)
public class KeyLock {
    /** Names the lock in PostgreSQL, where it falls with its holder's connection; 1 is that of the search index. */
    private static final String NAME = "(7252, 2)";

    private static final Duration LATER = Duration.ofSeconds(5);

    private final Database database;
    private final Sql sql;
    private final ReentrantLock here = new ReentrantLock();

    @Activate
    public KeyLock(@Reference Database database, @Reference Tx tx) {
        this.database = database;
        this.sql = new Sql(tx);
    }

    /** @throws BusyException when somebody else is at it: no thread of the jobs is to wait for another one */
    <T> T alone(Supplier<T> work) {
        if (!here.tryLock()) {
            throw busy();
        }
        try {
            // Only one process has an embedded database open.
            return isEmbedded() ? work.get() : overAllNodes(work);
        } finally {
            here.unlock();
        }
    }

    private boolean isEmbedded() {
        return database.vendor() == Database.Vendor.DERBY;
    }

    private static BusyException busy() {
        return new BusyException("the keys of duplicates are being made by another job", LATER);
    }

    private <T> T overAllNodes(Supplier<T> work) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            if (!isTaken(statement)) {
                throw busy();
            }
            try {
                return work.get();
            } finally {
                statement.execute("select pg_advisory_unlock" + NAME);
            }
        } catch (SQLException e) {
            throw new StatementException("cannot lock the keys of duplicates", e);
        }
    }

    private static boolean isTaken(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select pg_try_advisory_lock" + NAME)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Until the running transaction ends nobody else changes some records. */
    void hold(String table, Collection<Long> ids) {
        String in = ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
        // Derby lets go of what it has read unless it is told to keep it.
        String kept = isEmbedded() ? " with rs" : "";
        sql.list("select id from " + table + " where id in (" + in + ") for update" + kept, row -> row.getLong(1));
    }
}
