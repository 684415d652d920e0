package org.salacrm.core.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Connections of which somebody takes note, or which he refuses, when they are got. */
final class SeenSource implements DataSource {
    private final Getting getting;

    /** How a connection is got. */
    interface Getting {
        Connection get() throws SQLException;
    }

    SeenSource(Getting getting) {
        this.getting = getting;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getting.get();
    }

    /** Always as the one whom the settings name. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getting.get();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // Nothing is told here.
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
