package org.salacrm.core.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A second embedded database for a while, in a folder of its own beside the one in use. */
final class SideDerby implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SideDerby.class);
    private static final String CACHE = "derby.storage.pageCacheSize";
    /** Pages of up to 32 kB: the memory belongs to the database in use. */
    private static final String SMALL = "1000";

    private final EmbeddedDataSource source = new EmbeddedDataSource();

    /** Opens a database, or makes a new one in a folder that does not exist. */
    SideDerby(Path folder) throws SQLException {
        source.setDatabaseName(folder.toString());
        source.setCreateDatabase("create");
        boot();
    }

    /** Derby takes the size of the cache from nowhere else, at the moment in which a database is opened. */
    private void boot() throws SQLException {
        String before = System.getProperty(CACHE);
        System.setProperty(CACHE, SMALL);
        try {
            source.getConnection().close();
        } finally {
            if (before == null) {
                System.clearProperty(CACHE);
            } else {
                System.setProperty(CACHE, before);
            }
        }
    }

    EmbeddedDataSource source() {
        return source;
    }

    /** Closes it in order, so that nothing is left to be recovered. */
    @Override
    public void close() {
        shutdown(source.getDatabaseName());
    }

    /** Closes the database in a folder, if it is open. */
    static void shutdown(String folder) {
        EmbeddedDataSource shutdown = new EmbeddedDataSource();
        shutdown.setDatabaseName(folder);
        shutdown.setShutdownDatabase("shutdown");
        try {
            shutdown.getConnection().close();
        } catch (SQLException e) {
            LOG.debug("{}: {}", folder, e.getMessage());
        }
    }

    /** Removes a folder with all that is in it; does nothing when there is none. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(SideDerby::deleteOne);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
