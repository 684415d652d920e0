package org.salacrm.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real distribution, started by its own script in a process and a data folder of its own. */
final class Product implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("sala.home", "target/sala"));
    private static final Pattern FIRST_PASSWORD = Pattern.compile("Password[^:]*:\\s+(\\S+)");
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private final Path data;
    private final int port;
    private Process process;

    Product(Path data) throws IOException {
        this.data = data;
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Starts and signs in as soon as that is possible. @return milliseconds from the command to the log-in */
    long startTo(String login, String password) throws IOException {
        Files.createDirectories(data);
        Path printed = data.resolve("printed.txt");
        ProcessBuilder builder = new ProcessBuilder(HOME.toAbsolutePath() + "/bin/sala", "run");
        builder.environment().put("SALA_DATA", data.toAbsolutePath().toString());
        builder.environment().put("SALA_HTTP_PORT", Integer.toString(port));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(printed.toFile()));
        long start = System.nanoTime();
        process = builder.start();
        while (!signsIn(login, password.isEmpty() ? firstPassword() : password)) {
            boolean late = System.nanoTime() - start > LONGEST_START.toNanos();
            if (late || !process.isAlive()) {
                throw new IOException("it did not start: " + Files.readString(printed));
            }
            LockSupport.parkNanos(20_000_000);
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** The password that the first start prints; empty before that. */
    String firstPassword() throws IOException {
        Matcher printed = FIRST_PASSWORD.matcher(Files.readString(data.resolve("printed.txt")));
        return printed.find() ? printed.group(1) : "";
    }

    private boolean signsIn(String login, String password) {
        if (password.isEmpty()) {
            return false;
        }
        try {
            Person.signIn(port, login, password).close();
            return true;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    /** What it tells of itself. */
    String metrics() throws IOException {
        try (InputStream told =
                URI.create("http://127.0.0.1:" + port + "/metrics").toURL().openStream()) {
            return new String(told.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Ends it in order, as bin/sala stop does. */
    @Override
    public void close() throws IOException {
        if (process == null || !process.isAlive()) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("it did not end within 90 seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
