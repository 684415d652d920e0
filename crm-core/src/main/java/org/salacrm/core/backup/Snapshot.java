package org.salacrm.core.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.salacrm.core.store.Database.Vendor;
import org.salacrm.core.store.DatabaseSettings;

/** The database as it is at one moment, to be read at leisure while everybody goes on writing. */
interface Snapshot extends AutoCloseable {

    Connection connection();

    @Override
    void close() throws SQLException, IOException;

    /** @param temporary folder that holds nothing else; it may come and go */
    static Snapshot of(DatabaseSettings settings, Path temporary) throws SQLException, IOException {
        return settings.vendor() == Vendor.DERBY ? new OfDerby(settings, temporary) : new OfPostgres(settings);
    }

    /** PostgreSQL shows one transaction one moment. */
    record OfPostgres(Connection connection) implements Snapshot {

        OfPostgres(DatabaseSettings settings) throws SQLException {
            this(settings.postgres().getConnection());
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    /** Derby shows no moment of the past, but it copies its files while it works; the copy is then read. */
    final class OfDerby implements Snapshot {
        private final Path temporary;
        private final SideDerby copy;
        private final Connection connection;

        OfDerby(DatabaseSettings settings, Path temporary) throws SQLException, IOException {
            this.temporary = temporary;
            if (!Files.exists(Path.of(settings.derbyFolder()))) {
                throw new RefusedBackupException("backup.nothing", Map.of());
            }
            SideDerby.delete(temporary);
            Files.createDirectories(temporary);
            try (Connection original = settings.derby().getConnection();
                    CallableStatement copying = original.prepareCall("call syscs_util.syscs_backup_database(?)")) {
                copying.setString(1, temporary.toString());
                copying.execute();
            }
            try (Stream<Path> folders = Files.list(temporary)) {
                copy = new SideDerby(folders.findFirst().orElseThrow());
            }
            connection = copy.source().getConnection();
            connection.setAutoCommit(false);
        }

        @Override
        public Connection connection() {
            return connection;
        }

        @Override
        public void close() throws SQLException, IOException {
            connection.rollback();
            connection.close();
            copy.close();
            SideDerby.delete(temporary);
        }
    }
}
