package org.salacrm.core.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.salacrm.core.store.Database.Vendor;

/** Which database holds the company's data; without a URL it is the embedded one in the data folder. */
public record DatabaseSettings(String url, String user, String password, int poolSize) {
    private static final int DEFAULT_POOL_SIZE = 20;
    private static final int LOCK_WAIT_MS = 5_000;
    private static final int CONNECT_SECONDS = 3;

    public static DatabaseSettings from(Map<String, ?> values) {
        return new DatabaseSettings(
                text(values, "url"),
                text(values, "user"),
                text(values, "password"),
                text(values, "poolSize").isEmpty() ? DEFAULT_POOL_SIZE : Integer.parseInt(text(values, "poolSize")));
    }

    public DatabaseSettings {
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:") && !url.startsWith("jdbc:derby:")) {
            throw new IllegalArgumentException("url must begin with jdbc:postgresql: or jdbc:derby: but is " + url);
        }
    }

    public Vendor vendor() {
        return url.startsWith("jdbc:postgresql:") ? Vendor.POSTGRESQL : Vendor.DERBY;
    }

    /** Where Derby keeps its files: the path in the URL, otherwise the folder db of the data folder. */
    public String derbyFolder() {
        return url.isEmpty()
                ? Path.of(System.getProperty("sala.data", "data"), "db")
                        .toAbsolutePath()
                        .toString()
                : url.substring("jdbc:derby:".length()).replaceFirst(";.*", "");
    }

    /** Single connections to the embedded database; nothing is opened before the first. */
    public EmbeddedDataSource derby() {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName(derbyFolder());
        return derby;
    }

    /** Single connections to PostgreSQL. */
    public PGSimpleDataSource postgres() {
        PGSimpleDataSource postgres = new PGSimpleDataSource() {
            private static final long serialVersionUID = 1L;

            @Override
            public Connection getConnection(String name, String secret) throws SQLException {
                return TrustedConnection.of(super.getConnection(name, secret), System::nanoTime);
            }
        };
        postgres.setUrl(url);
        postgres.setUser(user);
        postgres.setPassword(password);
        postgres.setApplicationName(Database.NODE);
        postgres.setConnectTimeout(CONNECT_SECONDS);
        postgres.setLoginTimeout(CONNECT_SECONDS);
        postgres.setTcpKeepAlive(true);
        postgres.setReWriteBatchedInserts(true);
        // Planning a list anew takes longer than answering it; compiling a plan pays for nothing that we ask.
        postgres.setOptions("-c lock_timeout=" + LOCK_WAIT_MS + " -c plan_cache_mode=force_generic_plan -c jit=off");
        return postgres;
    }

    private static String text(Map<String, ?> values, String key) {
        Object value = values.get(key);
        return value == null ? "" : value.toString().strip();
    }

    /** Without the password: this text goes into the log. */
    @Override
    public String toString() {
        return vendor() == Vendor.DERBY ? "Derby in " + derbyFolder() : url.replaceFirst("\\?.*", "") + " as " + user;
    }
}
