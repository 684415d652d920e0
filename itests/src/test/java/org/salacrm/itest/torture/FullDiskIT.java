package org.salacrm.itest.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.Test;
import org.salacrm.itest.Person;
import org.salacrm.itest.RunningSala;
import org.salacrm.itest.TestPostgres;
import org.salacrm.itest.Wait;

/** The disk gets full in the middle of work: everybody is told, nothing is half there, and with room all goes on. */
public class FullDiskIT {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int LARGE = 8 << 20;
    /** What is left on the disk when it is full: enough for an order, and less than the import needs. */
    private static final int LEAST_LEFT = 512 << 10;

    private static final int MOST_LEFT = 2 << 20;

    private final Random random = Size.random(getClass());
    private final Path files = TestPostgres.folder("full-disk");
    private final int rows = Size.of("full.rows", 5000);
    private SmallDisk disk;
    private RunningSala sala;
    private Person admin;
    private String account;

    @Test
    public void theEmbeddedDatabaseGetsOverAFullDisk() throws IOException {
        try (SmallDisk small = new SmallDisk(200)) {
            disk = small;
            try (RunningSala running = RunningSala.within(small.within(), files.resolve("derby"))) {
                sala = running;
                sala.start();
                workUntilFullAndOn(() -> {});
            }
        }
    }

    @Test
    public void postgresGetsOverAFullDisk() throws IOException {
        try (SmallDisk small = new SmallDisk(400);
                OwnPostgres postgres = new OwnPostgres(small)) {
            disk = small;
            Path data = files.resolve("postgres");
            postgres.configure(small.seen(data));
            try (RunningSala running = RunningSala.within(small.within(), data)) {
                sala = running;
                sala.start();
                // PostgreSQL gives up where it has no room to write ahead; somebody starts it again.
                workUntilFullAndOn(postgres::start);
            }
        }
    }

    private void workUntilFullAndOn(Runnable restart) throws IOException {
        admin = Person.administrator(sala);
        account = admin.create("account", Map.of("name", "before")).get("id").asText();
        for (int round = 1; round <= Size.of("full.rounds", 1); round++) {
            String importing = upload("D" + round + "-").get("id").asText();
            disk.fill(LEAST_LEFT + random.nextInt(MOST_LEFT - LEAST_LEFT));
            String job = admin.ok("POST", "/api/imports/" + importing + "/run", null)
                    .get("job")
                    .asText();
            allIsRefused();
            disk.fill(0);
            noBackupIsWritten();
            untilSavingIsRefusedForWantOfRoom();
            Wait.until(() -> "the import stops", SOON, () -> waits(job) || !answers());
            assertThat(filesKept()).as("nothing half-kept").isEqualTo(round);
            disk.free();
            restart.run();
            allWorksAgain(job, round);
        }
        sala.stop();
        sala.start();
        allIsThere(Size.of("full.rounds", 1));
    }

    private JsonNode upload(String prefix) throws IOException {
        String table = IntStream.range(0, rows)
                .mapToObj(i -> prefix + i + ",Company of " + i)
                .collect(Collectors.joining("\n", "Name,Company\n", "\n"));
        return admin.upload("/api/imports", "lead", Files.writeString(files.resolve(prefix + "leads.csv"), table));
    }

    private void allIsRefused() throws IOException {
        byte[] bytes = new byte[LARGE];
        random.nextBytes(bytes);
        Path large = Files.write(files.resolve("large.bin"), bytes);
        refused(admin.sendFile("/api/records/account/" + account + "/files", "account", large));
        refused(admin.sendFile("/api/imports", "lead", large));
        refused(admin.sendFile("/api/modules", "", large));
        RunningSala.Answer backup =
                sala.command("backup", sala.data().resolve("tmp/full.zip").toString());
        boolean written = backup.code() == 0; // a small one may find room
        assertThat(Files.deleteIfExists(disk.seen(sala.data().resolve("tmp/full.zip"))))
                .as(backup.text())
                .isEqualTo(written);
        for (int i = 0; i < 50; i++) {
            save();
        }
    }

    private HttpResponse<String> save() {
        HttpResponse<String> made =
                admin.send("POST", "/api/records/account", Map.of("name", "x", "remark", "y".repeat(3000)));
        assertThat(made.statusCode()).as(made.body()).isIn(201, 503);
        return made;
    }

    private void noBackupIsWritten() throws IOException {
        RunningSala.Answer backup =
                sala.command("backup", sala.data().resolve("tmp/none.zip").toString());
        assertThat(backup.code()).as(backup.text()).isNotZero();
        assertThat(backup.text()).contains("no room left on the disk").contains("none.zip");
        try (Stream<Path> left = Files.list(disk.seen(sala.data().resolve("tmp")))) {
            assertThat(left.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("none.zip"));
        }
    }

    private void untilSavingIsRefusedForWantOfRoom() {
        Wait.until(() -> "saving is refused", SOON, () -> {
            HttpResponse<String> made = save();
            return made.statusCode() == 503
                    && Person.read(made.body()).get("code").asText().equals("disk");
        });
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(Person.read(answer.body()).get("code").asText()).isIn("disk", "busy");
    }

    private boolean waits(String job) {
        HttpResponse<String> answer = admin.send("GET", "/api/jobs/" + job, null);
        return answer.statusCode() == 200
                && Person.read(answer.body()).path("state").asText().equals("waiting");
    }

    private boolean answers() {
        return admin.send("GET", "/api/records/account/" + account, null).statusCode() == 200;
    }

    private long filesKept() throws IOException {
        try (Stream<Path> all = Files.walk(disk.seen(sala.data().resolve("files")))) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private void allWorksAgain(String job, int rounds) throws IOException {
        Wait.until(
                () -> "records are saved again",
                SOON,
                () -> admin.send("POST", "/api/records/account", Map.of("name", "after"))
                                .statusCode()
                        == 201);
        JsonNode ended = admin.ended(job);
        assertThat(ended.get("state").asText()).as("%s", ended).isEqualTo("done");
        assertThat(ended.at("/result/created").asInt()).isEqualTo(rows);
        allIsThere(rounds);
        Path small = Files.writeString(files.resolve("small.txt"), "small");
        String file = admin.upload("/api/records/account/" + account + "/files", "account", small)
                .get("id")
                .asText();
        assertThat(admin.send("GET", "/api/files/" + file, null).body()).isEqualTo("small");
        admin.ok("DELETE", "/api/files/" + file, null);
        RunningSala.Answer backup =
                sala.command("backup", sala.data().resolve("tmp/good.zip").toString());
        assertThat(backup.code()).as(backup.text()).isZero();
    }

    private void allIsThere(int rounds) {
        Desk desk = new Desk("", admin, random);
        List<JsonNode> leads =
                desk.all("lead", Map.of("field", "name", "op", "startsWith", "value", "D"), List.of("name"));
        assertThat(leads).hasSize(rounds * rows);
        assertThat(leads.stream().map(lead -> lead.get("name").asText()).distinct())
                .hasSize(rounds * rows);
    }
}
