package org.salacrm.core.store;

import java.io.File;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens Derby anew when there is room on the disk again. On a full disk Derby closes its files, and whoever comes next
 * opens them for reading only; so they would stay until the next start of the product.
 */
final class Reopening implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reopening.class);
    private static final long LOOK_MS = 1_000;
    /** Enough for Derby to write down what it has in memory and to work for a while. */
    private static final long ROOM = 8 << 20;

    private final DatabaseSettings settings;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "sala-database-room");
        thread.setDaemon(true);
        return thread;
    });

    Reopening(DatabaseSettings settings) {
        this.settings = settings;
        looking.scheduleWithFixedDelay(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (isForReadingOnly() && new File(settings.derbyFolder()).getUsableSpace() > ROOM) {
            LOG.warn("There is room on the disk again: the embedded database is opened anew");
            shutDown(settings);
        }
    }

    private boolean isForReadingOnly() {
        try (Connection connection = settings.derby().getConnection()) {
            return connection.isReadOnly();
        } catch (SQLException e) {
            LOG.debug("The embedded database does not open now", e);
            return false;
        }
    }

    static void shutDown(DatabaseSettings settings) {
        EmbeddedDataSource shutdown = settings.derby();
        shutdown.setShutdownDatabase("shutdown");
        try {
            shutdown.getConnection().close();
        } catch (SQLException e) {
            LOG.debug("Derby is closed: {}", e.getMessage());
        }
    }

    /** Afterwards nobody opens the database any more from here. */
    @Override
    public void close() {
        looking.shutdownNow();
        try {
            looking.awaitTermination(LOOK_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
