package org.salacrm.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one transaction has opened, and what is to happen when it has been committed. */
final class TxResources {
    private static final Logger LOG = LoggerFactory.getLogger(TxResources.class);

    private final Set<String> used = new HashSet<>();
    private final Map<String, EntityManager> managers = new HashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final Consumer<String> left;
    private Connection connection;

    /** @param left is told of each persistence unit that is used no more */
    TxResources(Consumer<String> left) {
        this.left = left;
    }

    /** @return whether it was not used before */
    boolean use(String unit) {
        return used.add(unit);
    }

    EntityManager em(String unit, Function<String, EntityManager> open) {
        return managers.computeIfAbsent(unit, open);
    }

    Connection connection(DataSource dataSource) {
        if (connection == null) {
            try {
                connection = dataSource.getConnection();
            } catch (SQLException e) {
                throw StoreBusyException.from(e).orElseThrow(() -> new IllegalStateException(e));
            }
        }
        return connection;
    }

    void afterCommit(Runnable work) {
        afterCommit.add(work);
    }

    /** What the transaction did is decided by now: nothing that happens here changes it. */
    void close() {
        managers.forEach((unit, manager) -> {
            try {
                manager.close();
            } catch (RuntimeException e) { // outermost: the other units, and what follows a commit, go on
                LOG.warn("What was open of the unit {} could not be closed", unit, e);
            }
        });
        managers.clear();
        used.forEach(left);
        used.clear();
    }

    /** The work is saved whatever happens here, so a failure is told to the log only. */
    void committed() {
        for (Runnable work : afterCommit) {
            try {
                work.run();
            } catch (RuntimeException e) { // outermost: nobody is left to tell
                LOG.error("Work after a commit failed", e);
            }
        }
    }
}
