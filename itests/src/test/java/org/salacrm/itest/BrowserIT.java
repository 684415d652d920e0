package org.salacrm.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

/** People at the screens: runs the tests of the folder browser on a demonstration and on a new installation. */
public class BrowserIT {
    private static final Duration DEMO = Duration.ofMinutes(3);
    private static final int MINUTES = 15;
    private static final List<String> COMMAND = List.of(
            "node",
            "../../bundles/crm-ui/scripts/maven.mjs",
            "run",
            "--test",
            "--test-concurrency=2",
            "--test-reporter=spec",
            "--test-reporter-destination=stdout",
            "--test-reporter=./stage/proved.mjs",
            "--test-reporter-destination=../target/proved/browser.tsv",
            "demo.test.mjs",
            "company.test.mjs");

    @Test
    public void theScreensDoWhatTheyPromise() throws IOException, InterruptedException {
        try (RunningSala demo = RunningSala.fresh(TestPostgres.folder("browser-demo"), Map.of("SALA_DEMO", "true"));
                RunningSala company = RunningSala.freshOnPostgres(TestPostgres.folder("browser"), Map.of())) {
            Wait.until(demo::log, DEMO, () -> demo.log().contains("the demo company was made"));
            assertThat(run(demo, company)).as("browser tests that failed").isZero();
        }
    }

    private static int run(RunningSala demo, RunningSala company) throws IOException, InterruptedException {
        Files.createDirectories(Path.of("target/proved"));
        ProcessBuilder tests =
                new ProcessBuilder(COMMAND).directory(new File("browser")).inheritIO();
        tests.environment()
                .putAll(Map.of(
                        "DEMO", demo.address("").toString(),
                        "COMPANY", company.address("").toString(),
                        "FIRST_PASSWORD", Person.firstPassword(company),
                        "BROWSER_TARGET",
                                Path.of("target/browser").toAbsolutePath().toString()));
        Process running = tests.start();
        if (!running.waitFor(MINUTES, TimeUnit.MINUTES)) {
            running.descendants().forEach(ProcessHandle::destroy);
            running.destroy();
            throw new AssertionError("The browser tests did not end within " + MINUTES + " minutes");
        }
        return running.exitValue();
    }
}
