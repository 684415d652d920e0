package org.salacrm.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feels whether PostgreSQL answers, by a connection of its own. A server that was stopped is noticed by everybody; one
 * that is frozen or behind a cut cable keeps everybody waiting for an answer, so then their connections are cut.
 */
final class Pulse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final long BEAT_MS = 500;
    /** Twice this and a beat: nobody waits much longer than two seconds for a server that does not answer. */
    private static final int ANSWER_SECONDS = 1;

    private final PGSimpleDataSource postgres;
    private final Set<Connection> others = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "sala-database-pulse");
        thread.setDaemon(true);
        return thread;
    });
    private Connection own;
    private volatile boolean away;

    /** @param postgres where to ask; its time limits are set here */
    Pulse(PGSimpleDataSource postgres) {
        this.postgres = postgres;
        postgres.setConnectTimeout(ANSWER_SECONDS);
        postgres.setLoginTimeout(ANSWER_SECONDS);
        postgres.setSocketTimeout(ANSWER_SECONDS);
        heart.scheduleWithFixedDelay(this::beat, 0, BEAT_MS, TimeUnit.MILLISECONDS);
    }

    /** @throws SQLException at once while the server is away: nobody need wait for what will not come */
    void require() throws SQLException {
        if (away) {
            throw new SQLNonTransientConnectionException("The database is away", "08001");
        }
    }

    /** The connection, which is cut when the server does not answer any more. */
    Connection watched(Connection connection) {
        others.add(connection);
        return connection;
    }

    private void beat() {
        try {
            if (own == null || !answers()) {
                closeOwn();
                own = postgres.getConnection();
            }
            if (away) {
                LOG.info("The database is back");
                away = false;
            }
        } catch (SQLException e) {
            // With too many connections, or a password that has changed, it does answer.
            if (StoreBusyException.isGone(String.valueOf(e.getSQLState()))) {
                gone(e);
            }
        }
    }

    private boolean answers() {
        try (Statement statement = own.createStatement()) {
            return statement.execute("select 1");
        } catch (SQLException e) {
            LOG.debug("No answer; whether a new connection gets one will be seen", e);
            return false;
        }
    }

    private void gone(SQLException why) {
        if (!away) {
            LOG.warn("The database is away: {}", why.getMessage());
            away = true;
        }
        List<Connection> waiting;
        synchronized (others) {
            waiting = List.copyOf(others);
            others.clear();
        }
        for (Connection connection : waiting) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("Gone already", e);
            }
        }
    }

    private void closeOwn() {
        if (own != null) {
            try {
                own.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("Gone already", e);
            }
            own = null;
        }
    }

    @Override
    public void close() {
        heart.shutdownNow();
        closeOwn();
    }
}
