package org.salacrm.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;

/** The distribution starts by its own script on both databases and keeps to its data folder. */
public class DistributionIT extends OnEachDatabase {
    private RunningSala sala;

    @Before
    public void comeIn() {
        sala = database.shared();
    }

    @Test
    public void itAnswersAsReadyAndServesTheClient() {
        assertThat(sala.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(sala.get("/").body()).contains("<div id=\"root\"");
    }

    @Test
    public void nothingAnswersPastTheGate() {
        for (String path : List.of("/cxf", "/cxf/modules", "/cxf/pick-lists", "/services", "/system/console")) {
            assertThat(sala.get(path).headers().firstValue("X-Request-Id"))
                    .as(path)
                    .isPresent();
            assertThat(sala.get(path).body()).as(path).doesNotContain("Service list", "sfa");
        }
    }

    @Test
    public void itListensAtItsOwnAddressAndNowhereElse() throws IOException {
        assumeTrue("what a process listens at is read the way of Linux", Files.exists(Path.of("/proc/self/net/tcp")));
        assertThat(Sockets.listening(sala.pid()))
                .containsExactly("127.0.0.1:" + sala.address("/").getPort());
    }

    @Test
    public void aConsoleWithoutATerminalIsRefused() {
        RunningSala.Answer answer = RunningSala.command(TestPostgres.folder("no-terminal"), "console");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text()).contains("needs a terminal");
    }

    @Test
    public void aPortThatIsTakenIsNamedBeforeAnythingStarts() {
        for (String command : List.of("run", "start")) {
            RunningSala.Answer answer = sala.rival(TestPostgres.folder("rival"), command);
            assertThat(answer.code()).as(command).isEqualTo(1);
            assertThat(answer.text()).as(command).contains("in use by another program", "SALA_HTTP_PORT");
        }
    }

    @Test
    public void whatAnAdministratorReadsComesWithIt() {
        assertThat(sala.home().resolve("docs/administration.md")).exists();
        assertThat(sala.home().resolve("docs/import.md")).exists();
        assertThat(sala.home().resolve("LICENSE")).exists();
    }

    @Test
    public void nothingIsWrittenIntoTheDistribution() throws IOException {
        Path home = Path.of(System.getProperty("sala.home"));
        FileTime started = Files.getLastModifiedTime(sala.data().resolve("karaf/sala.pid"));
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(file -> isNewer(file, started.toInstant()))).isEmpty();
        }
    }

    @Test
    public void theLogTellsOfNoErrorAtStart() {
        assertThat(sala.log().lines().filter(line -> line.contains(" ERROR "))).isEmpty();
    }

    @Test
    public void whatIsStoredIsThereAfterARestart() {
        try (RunningSala own = RunningSala.fresh(TestPostgres.folder("restart"), Map.of())) {
            own.stop();
            own.start();
            assertThat(own.get("/health/ready").statusCode()).isEqualTo(200);
            assertThat(errors(own.log())).isEmpty();
        }
    }

    /** Without what Pax Web says when the framework tells it of a bundle after it has closed its own threads. */
    private static List<String> errors(String log) {
        List<String> lines = log.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains(" ERROR "))
                .filter(i -> lines.subList(i, Math.min(i + 2, lines.size())).stream()
                        .noneMatch(line -> line.contains("WebContainerManager") && line.contains("[Terminated,")))
                .mapToObj(lines::get)
                .toList();
    }

    private static boolean isNewer(Path file, Instant time) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isAfter(time);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
