package org.salacrm.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What an administrator types into the console of {@code bin/sala console}. */
public class ConsoleIT {
    private static final Duration LONG = Duration.ofMinutes(3);

    private final Path data = TestPostgres.folder("console");
    private final Path shown = data.resolve("shown.txt");
    private Process process;
    private OutputStream keyboard;

    @Before
    public void start() throws IOException {
        // The console needs a terminal, which script(1) gives to what it starts.
        String console = System.getProperty("sala.home") + "/bin/sala console";
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", console, "/dev/null").redirectErrorStream(true);
        builder.environment().put("SALA_DATA", data.toString());
        builder.environment().put("SALA_HTTP_PORT", Integer.toString(RunningSala.freePort()));
        process = Leash.on(builder.redirectOutput(shown.toFile()).start());
        keyboard = process.getOutputStream();
        Wait.until(this::text, LONG, () -> RunningSala.command(data, "modules").code() == 0);
    }

    @After
    public void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    private String text() {
        try {
            return Files.readString(shown).replaceAll("\u001b\\[[0-9;?]*[a-zA-Z]", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void type(String line, String answer) {
        int before = text().length();
        write(line + "\n");
        Wait.until(this::text, LONG, () -> text().substring(before).contains(answer));
    }

    private void write(String text) {
        try {
            keyboard.write(text.getBytes(StandardCharsets.UTF_8));
            keyboard.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    public void theSalesModuleIsInstalledAndTakenOut() throws IOException, InterruptedException {
        type("crm:modules", "available");
        type("crm:install sfa", "installed");
        type("crm:uninstall sfa", "available");
        type("crm:upgrade sfa", "The module sfa is not installed");
        type("crm:search-rebuild", "The search index holds ");
        type("crm:install nothing", "There is no such module");
        type("crm:backup " + data.resolve("backup.zip"), "Written: ");
        assertThat(data.resolve("backup.zip")).exists();
        assertThat(log()).contains("InstallCommand was refused: There is no such module");
        assertThat(log().lines().filter(line -> line.contains(" ERROR "))).isEmpty();
        theEndOfWhatIsTypedIsTheEndOfSala();
    }

    private String log() throws IOException {
        return Files.readString(data.resolve("log/sala.log"));
    }

    private void theEndOfWhatIsTypedIsTheEndOfSala() throws IOException, InterruptedException {
        keyboard.close();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(text()).isTrue();
    }
}
