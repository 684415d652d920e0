package org.salacrm.benchmarks;

import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.apache.derby.jdbc.EmbeddedDataSource;

/** The embedded database in the product's data folder: it belongs to one process at a time. */
final class DerbyStore implements Store {
    private Path folder;

    DerbyStore() {
        System.setProperty("derby.storage.pageCacheSize", "6000"); // as the product's etc says
    }

    @Override
    public String name() {
        return "Derby";
    }

    @Override
    public void configure(Path data) {
        folder = data.resolve("db");
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public Connection connect() throws SQLException {
        return source().getConnection();
    }

    @Override
    public double cpu() {
        return 0;
    }

    @Override
    public void fill(Connection connection, Filling filling, String... tables) throws SQLException {
        connection.setAutoCommit(false);
        DerbyIndexes indexes = new DerbyIndexes(connection, tables);
        indexes.drop();
        filling.fill();
        indexes.create();
        analyze(connection, tables);
        connection.commit();
    }

    private static void analyze(Connection connection, String... tables) throws SQLException {
        for (String table : tables) {
            try (CallableStatement call =
                    connection.prepareCall("call SYSCS_UTIL.SYSCS_UPDATE_STATISTICS('APP', ?, null)")) {
                call.setString(1, table.toUpperCase(Locale.ROOT));
                call.execute();
            }
        }
    }

    @Override
    public String month(String column) {
        return "year(" + column + ") * 100 + month(" + column + ")";
    }

    @Override
    public String ignoringCase(String column) {
        return "lower(" + column + ") like ?";
    }

    @Override
    public void release() {
        EmbeddedDataSource source = source();
        source.setShutdownDatabase("shutdown");
        try {
            source.getConnection().close();
        } catch (SQLException e) {
            System.out.println("  " + e.getMessage()); // Derby tells that way that it is closed
        }
    }

    private EmbeddedDataSource source() {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(folder.toAbsolutePath().toString());
        return source;
    }

    @Override
    public void close() {
        // it ended with its last process
    }
}
