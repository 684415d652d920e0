package org.salacrm.core.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A real PostgreSQL: started with the first test that wants a database of it, stopped with the virtual machine. */
public final class TestPostgres {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestPostgres() {}

    /** Makes an empty database. @return its name */
    public static String fresh() {
        return copy("template1");
    }

    /** Makes a database like one that nobody is connected to. @return its name */
    static String copy(String template) {
        String name = "test" + NUMBER.incrementAndGet();
        try (Connection admin = SERVER.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        } catch (SQLException e) {
            throw new IllegalStateException("no test database", e);
        }
        return name;
    }

    public static String url(String database) {
        return SERVER.getJdbcUrl("postgres", database);
    }

    public static DataSource source(String database) {
        return SERVER.getDatabase("postgres", database);
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("jit", "off") // as the product has it
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
