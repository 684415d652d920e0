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

/** People at the screens: runs the tests of the folder browser on two demonstrations and on a new installation. */
public class BrowserIT {
    private static final Duration DEMO = Duration.ofMinutes(3);
    private static final int MINUTES = 45;
    private static final String FAILED = "target/browser-failed.txt";
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
            "--test-reporter=./stage/failed.mjs",
            "--test-reporter-destination=../" + FAILED,
            "demo.test.mjs",
            "company.test.mjs",
            "show.test.mjs");

    @Test
    public void theScreensDoWhatTheyPromise() throws IOException, InterruptedException {
        try (RunningSala demo = demonstration("browser-demo");
                RunningSala show = demonstration("browser-show");
                RunningSala company = RunningSala.freshOnPostgres(TestPostgres.folder("browser"), Map.of());
                PowerSwitch power = new PowerSwitch(company)) {
            for (RunningSala one : List.of(demo, show)) {
                Wait.until(one::log, DEMO, () -> one.log().contains("the demo company was made"));
            }
            Map<String, String> places = Map.of(
                    "DEMO", demo.address("").toString(),
                    "SHOW", show.address("").toString(),
                    "COMPANY", company.address("").toString(),
                    "COMPANY_SWITCH", Integer.toString(power.port()),
                    "FIRST_PASSWORD", Person.firstPassword(company),
                    "BROWSER_TARGET", Path.of("target/browser").toAbsolutePath().toString());
            int answer = run(places);
            assertThat(Files.readString(Path.of(FAILED)))
                    .as("browser tests that failed")
                    .isEmpty();
            assertThat(answer).isZero();
        }
    }

    private static RunningSala demonstration(String folder) {
        return RunningSala.fresh(TestPostgres.folder(folder), Map.of("SALA_DEMO", "true"));
    }

    private static int run(Map<String, String> places) throws IOException, InterruptedException {
        Files.createDirectories(Path.of("target/proved"));
        ProcessBuilder tests =
                new ProcessBuilder(COMMAND).directory(new File("browser")).inheritIO();
        tests.environment().putAll(places);
        Process running = tests.start();
        if (!running.waitFor(MINUTES, TimeUnit.MINUTES)) {
            running.descendants().forEach(ProcessHandle::destroy);
            running.destroy();
            throw new AssertionError("The browser tests did not end within " + MINUTES + " minutes");
        }
        return running.exitValue();
    }
}
