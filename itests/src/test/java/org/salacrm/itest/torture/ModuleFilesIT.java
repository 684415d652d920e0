package org.salacrm.itest.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.Test;
import org.salacrm.itest.OnEachDatabase;
import org.salacrm.itest.Person;
import org.salacrm.itest.RunningSala;
import org.salacrm.itest.TestPostgres;
import org.salacrm.itest.Wait;

/** Files of modules, good and bad, by the page and by the folder; and what of them is there after the next start. */
public class ModuleFilesIT extends OnEachDatabase {
    private static final Duration LONG = Duration.ofMinutes(1);

    private Path files;
    private RunningSala sala;
    private Person admin;

    @Test
    public void modulesComeByFileAndStay() throws IOException {
        try (RunningSala running = database.fresh("module-files")) {
            sala = running;
            files = TestPostgres.folder("kars");
            admin = Person.administrator(sala);
            badFilesAreRefused();
            byFolder(Files.copy(ModuleBuild.sales(sala.home()), files.resolve("sfa.kar")), "0.1.0.SNAPSHOT");
            theRefusedFileIsToldOnce();
            String deal = deal();
            aFailingMigrationChangesNothing(deal);
            whatDoesNotComeUpMakesRoomForWhatWasThere(deal);
            byFolder(
                    build("0.1.4").changes(Changes.COLUMN + Changes.AFTERWARDS).write(files.resolve("4.kar")), "0.1.4");
            assertThat(admin.get("/api/records/opportunity/" + deal).get("name").asText())
                    .isEqualTo("deal");
            theyAreThereAfterEveryStart(deal);
        }
    }

    private ModuleBuild build(String version) {
        return ModuleBuild.ofSales(sala.home(), version);
    }

    private String deal() {
        String account =
                admin.create("account", Map.of("name", "account")).get("id").asText();
        return admin.create("opportunity", Map.of("name", "deal", "account", account, "expectedCloseOn", "2030-01-31"))
                .get("id")
                .asText();
    }

    private void badFilesAreRefused() throws IOException {
        Path noZip = Files.writeString(files.resolve("no-zip.kar"), "this is no zip");
        Path noBundle = build("9.0.0").header("Bundle-SymbolicName", null).write(files.resolve("no-bundle.kar"));
        Path noModule = new Archive()
                .put(
                        "repository/a.jar",
                        new Archive().header("Bundle-SymbolicName", "a").bytes())
                .write(files.resolve("no-module.kar"));
        Path noVersion = build("not a version").write(files.resolve("no-version.kar"));
        Path core = build("9.0.1").with(coreBundle()).write(files.resolve("core.kar"));
        refused(noZip, "module.file.damaged", "");
        refused(noModule, "module.file.noModule", "");
        refused(noVersion, "module.file.damaged", "");
        refused(noBundle, "module.file.noBundle", "");
        refused(core, "module.core", "crm-core");
        Files.copy(noZip, sala.data().resolve("deploy/no-zip.kar"));
        Wait.until(
                () -> "the log names the refused file", LONG, () -> sala.log().contains("no-zip.kar was refused"));
        assertThat(admin.get("/api/modules").get(0).get("state").asText()).isEqualTo("available");
    }

    /** Meanwhile the folder was looked at often enough to find another file in it, whole, and to empty it of that. */
    private void theRefusedFileIsToldOnce() {
        assertThat(sala.log().lines().filter(line -> line.contains("no-zip.kar")))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains(" ERROR ")
                .contains("module.file.damaged");
        assertThat(sala.data().resolve("deploy/no-zip.kar")).exists();
    }

    private Path coreBundle() throws IOException {
        try (Stream<Path> all = Files.walk(sala.home().resolve("system/org/salacrm/crm-core"))) {
            return all.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void refused(Path file, String code, String word) {
        HttpResponse<String> answer = admin.sendFile("/api/modules", "", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        JsonNode problem = Person.read(answer.body());
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(problem.get("detail").asText()).contains(word).contains("ไฟล์นี้");
        assertThat(admin.get("/api/modules")).hasSize(1);
    }

    private void byFolder(Path file, String version) throws IOException {
        Path inbox = sala.data().resolve("deploy").resolve(file.getFileName());
        // As a careful administrator does it: the file appears whole.
        Files.move(Files.copy(file, files.resolve("whole")), inbox);
        Wait.until(() -> version + " is in, not " + module(), LONG, () -> module().contains(
                        version + "\",\"state\":\"installed"));
        Wait.until(() -> "the inbox is empty", LONG, () -> !Files.exists(inbox));
    }

    private String module() {
        return admin.get("/api/modules").get(0).toString();
    }

    private void aFailingMigrationChangesNothing(String deal) {
        byPage(build("0.1.1")
                .changes(Changes.COLUMN)
                .word("opportunity.label", "Next deal")
                .write(files.resolve("1.kar")));
        String before = admin.get("/api/records/opportunity/" + deal).toString();
        refusedInstall(
                build("0.1.2").changes(Changes.COLUMN + Changes.FAILING).write(files.resolve("2.kar")),
                "there_is_no_such_table");
        refusedInstall(
                build("0.1.3").header("CRM-Entities", "opportunity, account").write(files.resolve("3.kar")),
                "account (core)");
        assertThat(admin.get("/api/records/opportunity/" + deal).toString()).isEqualTo(before);
        assertThat(admin.get("/api/types/opportunity").at("/label/en").asText()).isEqualTo("Next deal");
        assertThat(sala.log().lines().filter(line -> line.contains(" ERROR ")))
                .as("who installs by page is told by the page")
                .allMatch(line -> line.contains("no-zip.kar"));
    }

    private void whatDoesNotComeUpMakesRoomForWhatWasThere(String deal) {
        String before = admin.get("/api/records/opportunity/" + deal).toString();
        refusedInstall(
                build("0.1.3.alone")
                        .changes(Changes.COLUMN)
                        .header("Require-Bundle", "there-is-no-such-bundle")
                        .word("opportunity.label", "Deal of nobody")
                        .write(files.resolve("alone.kar")),
                "sfa");
        assertThat(sala.log()).contains("Module sfa 0.1.3.alone did not come up");
        assertThat(admin.get("/api/types/opportunity").at("/label/en").asText()).isEqualTo("Next deal");
        assertThat(admin.get("/api/records/opportunity/" + deal).toString()).isEqualTo(before);
        assertThat(admin.get("/api/records/opportunity/" + deal()).get("name").asText())
                .as("and work goes on with it")
                .isEqualTo("deal");
    }

    private void refusedInstall(Path file, String word) {
        admin.upload("/api/modules", "", file);
        JsonNode ended = admin.ended(
                admin.ok("POST", "/api/modules/sfa/install", null).get("job").asText());
        assertThat(ended.get("state").asText()).as("%s", ended).isEqualTo("failed");
        assertThat(ended.get("message").asText()).containsIgnoringCase(word);
        JsonNode module = admin.get("/api/modules").get(0);
        assertThat(module.get("state").asText()).isEqualTo("upgradable");
        assertThat(module.get("message").asText())
                .isEqualTo(ended.get("message").asText());
        assertThat(module.get("version").asText()).isEqualTo("0.1.1");
    }

    private void byPage(Path file) {
        admin.upload("/api/modules", "", file);
        admin.job("/api/modules/sfa/install");
    }

    private void theyAreThereAfterEveryStart(String deal) throws IOException {
        for (Runnable change : List.<Runnable>of(() -> {}, this::moveHouse)) {
            sala.stop();
            change.run();
            sala.start();
            assertThat(admin.get("/api/records/opportunity/" + deal).get("name").asText())
                    .isEqualTo("deal");
            assertThat(module()).contains("0.1.4");
        }
        admin.job("/api/modules/sfa/uninstall");
        sala.stop();
        sala.start();
        assertThat(admin.send("GET", "/api/records/opportunity/" + deal, null).statusCode())
                .as("what was removed stays away")
                .isEqualTo(404);
    }

    /** Into another copy of the distribution, with nothing of what Karaf remembers. */
    private void moveHouse() {
        deleteAll(sala.data().resolve("karaf"));
        Path other = files.resolve("sala");
        try (Stream<Path> all = Files.walk(sala.home())) {
            for (Path file : all.toList()) {
                Files.copy(
                        file,
                        other.resolve(sala.home().relativize(file).toString()),
                        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sala.moveTo(other);
    }

    private static void deleteAll(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(ModuleFilesIT::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
