package org.salacrm.itest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The real distribution in a process of its own, started by its own script, with a data folder of its own.
 *
 * <p>Most tests share one per database: {@link #derby()} and {@link #postgres()} start it when the first test asks and
 * it ends with the tests. A test that restarts, kills or changes the whole product uses {@link #fresh}.
 */
public final class RunningSala implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("sala.home", "target/sala"));
    private static final AtomicInteger NEXT_PORT = new AtomicInteger(Integer.getInteger("first.port", 21_000));
    private static final Duration START = Duration.ofMinutes(3);
    /** It ends before the second compiler pays, which would take a whole processor from the others. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    private final Path data;
    private final Map<String, String> environment;
    private final int port = freePort();
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private Path home = HOME;
    private List<String> within = List.of();
    private Process process;

    private RunningSala(Path data, Map<String, String> environment) {
        this.data = data;
        this.environment = environment;
    }

    /** The shared one on the embedded database. */
    public static RunningSala derby() {
        return Derby.SHARED;
    }

    /** The shared one on a real PostgreSQL. */
    public static RunningSala postgres() {
        return Postgres.SHARED;
    }

    /** One of the test's own on a new embedded database; environment such as {@code SALA_DEMO=true}. */
    public static RunningSala fresh(Path data, Map<String, String> environment) {
        RunningSala sala = new RunningSala(data, environment);
        sala.start();
        return sala;
    }

    /** One of the test's own on a new database of the shared PostgreSQL. */
    public static RunningSala freshOnPostgres(Path data, Map<String, String> environment) {
        TestPostgres.configure(data);
        return fresh(data, environment);
    }

    /** One that the test starts itself, by a command that gives it surroundings of its own. */
    public static RunningSala within(List<String> command, Path data) {
        RunningSala sala = new RunningSala(data, Map.of());
        sala.within = command;
        return sala;
    }

    /** From now on it starts from another unpacked distribution. */
    public void moveTo(Path otherHome) {
        home = otherHome;
    }

    public Path home() {
        return home;
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public Path data() {
        return data;
    }

    /** What it has printed since its first start, such as the first password of the administrator. */
    public String printed() {
        return read(data.resolve("printed.txt"));
    }

    public String log() {
        return read(data.resolve("log/sala.log"));
    }

    public long pid() {
        return process.pid();
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(address(path)).GET());
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(60)).build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What {@code bin/sala} answers to a command about a data folder, whether Sala runs there or not.
     *
     * @param code what it ended with
     */
    public record Answer(int code, String text) {}

    public static Answer command(Path data, String... words) {
        return command(List.of(), data, Map.of(), words);
    }

    /** What another one, with a data folder of its own, answers when it is to use the port of this one. */
    Answer rival(Path otherData, String... words) {
        return command(List.of(), otherData, Map.of("SALA_HTTP_PORT", Integer.toString(port)), words);
    }

    /** What it answers about this one, in its surroundings. */
    public Answer command(String... words) {
        return command(within, data, Map.of(), words);
    }

    private static Answer command(List<String> within, Path data, Map<String, String> environment, String... words) {
        List<String> line = new ArrayList<>(within);
        line.add(HOME.toAbsolutePath() + "/bin/sala");
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("SALA_DATA", data.toAbsolutePath().toString());
        try {
            Process process = builder.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lines of an answer that does not end by itself. */
    Stream<String> lines(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofLines()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void start() {
        launch();
        Wait.until(() -> "Sala is ready: " + get("/health/ready").body(), START, this::isReady);
    }

    /** Starts it and does not wait until it is ready. */
    public void launch() {
        try {
            Files.createDirectories(data);
            List<String> command = new ArrayList<>(within);
            command.addAll(List.of(home.toAbsolutePath() + "/bin/sala", "run"));
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("SALA_JAVA_OPTS", SHORT_LIVED);
            builder.environment().putAll(environment);
            builder.environment().put("SALA_DATA", data.toAbsolutePath().toString());
            builder.environment().put("SALA_HTTP_PORT", Integer.toString(port));
            builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolve("printed.txt").toFile()));
            process = Leash.on(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it in order. */
    public void stop() {
        process.destroy();
        await();
    }

    /** Ends it as a power cut does. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    public boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("Sala ended with " + process.exitValue() + ":\n" + printed());
        }
        try {
            return get("/health/ready").statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private void await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Sala did not end within a minute");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private static RunningSala shared(Path data) {
        RunningSala sala = new RunningSala(data, Map.of());
        Runtime.getRuntime().addShutdownHook(new Thread(sala::kill));
        sala.start();
        return sala;
    }

    /** Lays out a data folder as bin/sala does, for those who start the product in another way. */
    static Path prepared(Path data) {
        Path template = HOME.resolve("data-template");
        try (Stream<Path> files = Files.walk(template)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = data.resolve(template.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
            Files.createDirectories(data.resolve("deploy"));
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that stays free over restarts: below those that the system gives away, and of this process alone. */
    static int freePort() {
        int port = NEXT_PORT.getAndIncrement();
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.getLocalPort();
        } catch (BindException e) {
            return freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started with the first test that asks. */
    private static final class Derby {
        static final RunningSala SHARED = shared(TestPostgres.folder("derby"));
    }

    /** Started with the first test that asks. */
    private static final class Postgres {
        static final RunningSala SHARED = shared(TestPostgres.configure(TestPostgres.folder("postgres")));
    }
}
