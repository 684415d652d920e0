package org.salacrm.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.salacrm.itest.RunningSala.Answer;

/** A company moves from the embedded database to PostgreSQL and back, by its own hands, and loses nothing. */
public class BackupIT {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Path FOLDER = TestPostgres.folder("backups");

    private static RunningSala here;
    private static Person admin;
    private static String file;
    private static String deleted;

    @BeforeClass
    public static void fill() throws IOException {
        here = RunningSala.fresh(TestPostgres.folder("moving"), Map.of("SALA_DEMO", "true"));
        Wait.until(here::log, LONG, () -> here.log().contains("the demo company was made"));
        admin = Person.administrator(here);
        admin.install("sfa");
        Wait.until(here::log, LONG, () -> here.log().contains("the demo company has its deals"));
        admin.ok(
                "POST",
                "/api/types/account/fields",
                Map.of("name", "parking", "kind", "text", "label", Map.of("th", "ที่จอดรถ", "en", "Parking")));
        String account = admin.create("account", Map.of("name", "บริษัท ย้ายบ้าน จำกัด", "parking", "ชั้น ๓ \"เสา ก\""))
                .get("id")
                .asText();
        Path contract = Files.writeString(FOLDER.resolve("สัญญา.txt"), "ข้อความในสัญญา".repeat(5000));
        file = admin.upload("/api/records/account/" + account + "/files", "account", contract)
                .get("id")
                .asText();
        admin.ok("POST", "/api/records/account/" + account + "/notes", Map.of("text", "โทรกลับวันศุกร์"));
        deleted = admin.create("lead", Map.of("name", "คุณลบแล้ว", "company", "ไม่เอาแล้ว"))
                .get("id")
                .asText();
        admin.ok("DELETE", "/api/records/lead/" + deleted, null, "If-Match", "\"1\"");
    }

    @AfterClass
    public static void stop() {
        here.close();
    }

    @Test
    public void theCompanyMovesToPostgresWhileEverybodyWritesAndBack() {
        Map<String, Map<String, JsonNode>> before = Everything.of(admin);
        assertThat(before.get("opportunity")).hasSizeGreaterThan(300);
        Map<String, JsonNode> competitors = before.remove("competitor");
        Path backup = FOLDER.resolve("derby.zip");
        Set<String> writtenBefore = backedUpUnderLoad(backup);

        Path there = TestPostgres.configure(TestPostgres.folder("moved"));
        Answer restored = RunningSala.command(there, "restore", backup.toString());
        assertThat(restored.text()).contains("Restored");
        assertThat(restored.code()).isZero();
        try (RunningSala postgres = RunningSala.fresh(there, Map.of())) {
            Map<String, Map<String, JsonNode>> moved = same(postgres, before);
            assertThat(moved.get("competitor")).containsAllEntriesOf(competitors);
            assertThat(moved.get("competitor").keySet()).containsAll(writtenBefore);
            assertThat(Everything.records(admin, "competitor")).containsAllEntriesOf(moved.get("competitor"));
            back(postgres);
        }
    }

    /** Into one that runs already, by its own command. */
    private static void back(RunningSala postgres) {
        Map<String, Map<String, JsonNode>> before = Everything.of(Person.signIn(postgres, "admin", Person.PASSWORD));
        Path backup = FOLDER.resolve("postgres.zip");
        assertThat(RunningSala.command(postgres.data(), "backup", backup.toString())
                        .code())
                .isZero();
        try (RunningSala derby = RunningSala.fresh(TestPostgres.folder("back"), Map.of())) {
            assertThat(RunningSala.command(derby.data(), "restore", backup.toString())
                            .text())
                    .contains("Restored");
            same(derby, before);
            Person person = Person.signIn(derby, "admin", Person.PASSWORD);
            JsonNode bin = person.get("/api/recycle-bin").at("/items/0");
            person.ok("POST", "/api/recycle-bin/" + bin.get("id").asText() + "/restore", null);
            assertThat(person.get("/api/records/lead/" + deleted).get("name").asText())
                    .isEqualTo("คุณลบแล้ว");
        }
    }

    private static Map<String, Map<String, JsonNode>> same(
            RunningSala other, Map<String, Map<String, JsonNode>> before) {
        Wait.until(other::log, LONG, () -> RunningSala.command(other.data(), "modules")
                .text()
                .contains("installed"));
        Wait.until(other::log, LONG, () -> other.get("/health/ready").statusCode() == 200);
        assertThat(admin.at(other).send("GET", "/api/session", null).statusCode())
                .as("sessions stay where they were")
                .isEqualTo(401);
        Person person = Person.signIn(other, "admin", Person.PASSWORD);
        Map<String, Map<String, JsonNode>> all = Everything.of(person);
        before.forEach((what, records) -> assertThat(all.get(what)).as(what).isEqualTo(records));
        assertThat(person.send("GET", "/api/files/" + file, null).body())
                .isEqualTo(admin.send("GET", "/api/files/" + file, null).body());
        person.create("account", Map.of("name", "ลูกค้าใหม่หลังย้าย", "parking", "ชั้น ๑"));
        Wait.until(
                () -> "the search is built anew, of what was there and what came",
                LONG,
                () -> other.get("/metrics").body().contains("sala_search_whole 1")
                        && finds(person, "ลูกค้าใหม่หลังย้าย")
                        && finds(person, name(all.get("opportunity"))));
        return all;
    }

    private static String name(Map<String, JsonNode> records) {
        return records.values().iterator().next().get("name").asText();
    }

    private static boolean finds(Person person, String text) {
        String query = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return person.get("/api/search?q=" + query).get("groups").findValuesAsText("title").stream()
                .anyMatch(text::equals);
    }

    /** @return ids of what was acknowledged before the backup began, written by people who never stopped */
    private static Set<String> backedUpUnderLoad(Path backup) {
        Set<String> written = ConcurrentHashMap.newKeySet();
        AtomicBoolean enough = new AtomicBoolean();
        List<Thread> people = List.of(writer(written, enough), writer(written, enough), writer(written, enough));
        people.forEach(Thread::start);
        Wait.until(() -> "somebody writes", LONG, () -> written.size() > 30);
        Set<String> before = Set.copyOf(written);
        Answer answer = RunningSala.command(here.data(), "backup", backup.toString());
        int during = written.size() - before.size();
        enough.set(true);
        people.forEach(BackupIT::join);
        assertThat(answer.code()).as(answer.text()).isZero();
        assertThat(during).as("written while the backup was made").isPositive();
        return before;
    }

    private static Thread writer(Set<String> written, AtomicBoolean enough) {
        return new Thread(() -> {
            while (!enough.get()) {
                String name = "คู่แข่ง " + written.size() + " "
                        + Thread.currentThread().getId();
                written.add(admin.create("competitor", Map.of("name", name))
                        .get("id")
                        .asText());
            }
        });
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    public void aDamagedFileIsRefusedAndTheNewInstallationStaysNew() throws IOException {
        Path backup = FOLDER.resolve("whole.zip");
        assertThat(RunningSala.command(here.data(), "backup", backup.toString()).code())
                .isZero();
        byte[] whole = Files.readAllBytes(backup);
        whole[whole.length / 3] ^= 1;
        Files.write(FOLDER.resolve("damaged.zip"), whole);
        Files.write(FOLDER.resolve("half.zip"), Arrays.copyOf(whole, whole.length / 2));
        Path fresh = TestPostgres.folder("refused");
        for (String name : List.of("damaged.zip", "half.zip")) {
            Answer answer =
                    RunningSala.command(fresh, "restore", FOLDER.resolve(name).toString());
            assertThat(answer.text()).contains("The backup is damaged or not whole, nothing was restored");
            assertThat(answer.code()).isEqualTo(1);
        }
        assertThat(fresh.resolve("db")).doesNotExist();
        assertThat(RunningSala.command(here.data(), "restore", backup.toString())
                        .text())
                .contains("Somebody has worked with this installation");
    }

    @Test
    public void whoeverForgotHisPasswordIsLetInFromTheMachine() throws IOException {
        Answer answer = RunningSala.command(here.data(), "password", "nobody");
        assertThat(answer.text()).contains("There is no user nobody");
        String login = admin.query(
                        "user",
                        Map.of(
                                "fields",
                                List.of("login"),
                                "limit",
                                1,
                                "filter",
                                Map.of("field", "login", "op", "!=", "value", "admin")))
                .at("/items/0/login")
                .asText();
        String text = RunningSala.command(here.data(), "password", login).text();
        String password = text.replaceFirst("(?s).*: (\\S+) .*", "$1");
        assertThat(Person.tries(here, login, password)).isEqualTo(200);
        assertThat(Files.getPosixFilePermissions(here.data().resolve("karaf/door")))
                .as("nobody else comes to the door")
                .hasSize(3);
    }
}
