package org.salacrm.core.duplicate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.core.record.StatementException;
import org.salacrm.core.store.Database;

/** Lets one job at a time make keys anew, over all nodes; who comes later waits. */
@Component(service = KeyLock.class)
public class KeyLock {
    /** Names the lock in PostgreSQL, where it falls with the connection of whoever holds it. */
    private static final String NAME = "(7252, 2)";

    private final Database database;
    private final ReentrantLock here = new ReentrantLock();

    @Activate
    public KeyLock(@Reference Database database) {
        this.database = database;
    }

    <T> T alone(Supplier<T> work) {
        here.lock();
        try {
            // Only one process has an embedded database open.
            return database.vendor() == Database.Vendor.POSTGRESQL ? overAllNodes(work) : work.get();
        } finally {
            here.unlock();
        }
    }

    private <T> T overAllNodes(Supplier<T> work) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock" + NAME);
            try {
                return work.get();
            } finally {
                statement.execute("select pg_advisory_unlock" + NAME);
            }
        } catch (SQLException e) {
            throw new StatementException("cannot lock the keys of duplicates", e);
        }
    }
}
