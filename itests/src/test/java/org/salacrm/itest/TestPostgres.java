package org.salacrm.itest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A real PostgreSQL for the tests, one database for each data folder that asks. */
public final class TestPostgres {
    private TestPostgres() {}

    /** Makes a new database and the file in the data folder that chooses it. */
    public static Path configure(Path data) {
        String name = "sala" + UUID.randomUUID().toString().replace("-", "");
        try (Connection admin = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("create database " + name);
            Files.createDirectories(data.resolve("etc"));
            Files.writeString(
                    data.resolve("etc/org.salacrm.database.cfg"),
                    "url = " + Server.RUNNING.getJdbcUrl("postgres", name).replaceFirst("\\?.*", "")
                            + "\nuser = postgres\npassword = postgres\n");
            return data;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new folder below target. */
    public static Path folder(String name) {
        try {
            Files.createDirectories(Path.of("target/data"));
            return Files.createTempDirectory(Path.of("target/data"), name).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started with the first test that asks, ended with the tests. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C.UTF-8")
                        .start();
                Leash.on(postgres.getProcess());
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
