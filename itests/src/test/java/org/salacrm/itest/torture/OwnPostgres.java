package org.salacrm.itest.torture;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.salacrm.itest.Leash;
import org.salacrm.itest.RunningSala;
import org.salacrm.itest.TestPostgres;
import org.salacrm.itest.Wait;

/** A PostgreSQL that one test may kill, stop, freeze and start again; with its durability as shipped. */
final class OwnPostgres implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path data = TestPostgres.folder("own-postgres");
    private final List<String> command;
    private final int port;
    private Process process;

    OwnPostgres() {
        // Who is root must not be it for PostgreSQL.
        command =
                new ArrayList<>(System.getProperty("user.name").equals("root") ? List.of("unshare", "-U") : List.of());
        port = make();
        start();
    }

    /** One whose files lie on a small disk. */
    OwnPostgres(SmallDisk disk) {
        command = new ArrayList<>(disk.within());
        command.addAll(List.of("unshare", "-U")); // whoever enters a disk is root there
        port = make();
        disk.bring(data.resolve("db"));
        start();
    }

    /** @return its port */
    private int make() {
        try (EmbeddedPostgres made = EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("db"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C.UTF-8")
                .start()) {
            String options = Files.readString(data.resolve("db/postmaster.opts"));
            command.add(options.substring(0, options.indexOf(' ')).replace("\"", ""));
            command.addAll(List.of("-D", data.resolve("db").toString(), "-p", Integer.toString(made.getPort())));
            return made.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says to a Sala that is not started yet that this is its database. */
    Path configure(Path folder) {
        try {
            Files.createDirectories(folder.resolve("etc"));
            Files.writeString(
                    folder.resolve("etc/org.salacrm.database.cfg"),
                    "url = jdbc:postgresql://localhost:" + port + "/postgres\nuser = postgres\npassword = postgres\n");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "postgres");
    }

    /** Starts it unless it runs. */
    void start() {
        if (process != null && process.isAlive()) {
            return;
        }
        try {
            process = Leash.on(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolve("log.txt").toFile()))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Wait.until(() -> "PostgreSQL answers", PATIENCE, this::answers);
    }

    private boolean answers() {
        if (!process.isAlive()) {
            start(); // those who served the one that was killed are not all gone yet
        }
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** All its processes at once, as a power cut does. */
    void kill() {
        processes().forEach(ProcessHandle::destroyForcibly);
        await();
    }

    /** In order, but without waiting for anybody. */
    void stop() {
        signal("INT", Stream.of(process.toHandle()));
        await();
    }

    /** It is there and does not answer, as when the network is cut. */
    void freeze() {
        signal("STOP", processes());
    }

    void thaw() {
        signal("CONT", processes());
    }

    private Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    private static void signal(String name, Stream<ProcessHandle> processes) {
        List<String> kill = new ArrayList<>(Arrays.asList("kill", "-" + name));
        processes.forEach(handle -> kill.add(Long.toString(handle.pid())));
        try {
            new ProcessBuilder(kill).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void await() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("PostgreSQL did not end");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }

    /** A Sala on this database. */
    RunningSala sala() {
        return RunningSala.fresh(configure(data.resolve("sala")), java.util.Map.of());
    }
}
