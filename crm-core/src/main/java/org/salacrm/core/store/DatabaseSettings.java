package org.salacrm.core.store;

import java.nio.file.Path;
import java.util.Map;
import org.salacrm.core.store.Database.Vendor;

/** Which database holds the company's data; without a URL it is the embedded one in the data folder. */
record DatabaseSettings(String url, String user, String password, int poolSize) {
    private static final int DEFAULT_POOL_SIZE = 20;

    static DatabaseSettings from(Map<String, ?> values) {
        return new DatabaseSettings(
                text(values, "url"),
                text(values, "user"),
                text(values, "password"),
                text(values, "poolSize").isEmpty() ? DEFAULT_POOL_SIZE : Integer.parseInt(text(values, "poolSize")));
    }

    DatabaseSettings {
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:") && !url.startsWith("jdbc:derby:")) {
            throw new IllegalArgumentException("url must begin with jdbc:postgresql: or jdbc:derby: but is " + url);
        }
    }

    Vendor vendor() {
        return url.startsWith("jdbc:postgresql:") ? Vendor.POSTGRESQL : Vendor.DERBY;
    }

    /** Where Derby keeps its files: the path in the URL, otherwise the folder db of the data folder. */
    String derbyFolder() {
        return url.isEmpty()
                ? Path.of(System.getProperty("sala.data", "data"), "db")
                        .toAbsolutePath()
                        .toString()
                : url.substring("jdbc:derby:".length()).replaceFirst(";.*", "");
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
