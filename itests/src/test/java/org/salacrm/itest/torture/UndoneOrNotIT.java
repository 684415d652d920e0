package org.salacrm.itest.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Test;
import org.salacrm.itest.OnEachDatabase;
import org.salacrm.itest.Person;
import org.salacrm.itest.RunningSala;
import org.salacrm.itest.Wait;

/**
 * Sala is killed amid an import, a change of many records, and while either is undone: each goes on, no row comes
 * twice, none stays half, and what is undone is as it was.
 */
public class UndoneOrNotIT extends OnEachDatabase {
    private static final Duration BEGUN = Duration.ofMinutes(1);
    private static final List<String> FIELDS = List.of("code", "name", "email", "remark", "owner", "addresses");

    private final int rows = Size.of("undone", 600);
    private final int kills = Size.of("undone.kills", 1);
    private Random random;
    private RunningSala sala;
    private Person admin;

    @Test
    public void whatIsUndoneIsAsItWasHoweverOftenSalaIsKilled() {
        random = Size.random(getClass());
        try (RunningSala fresh = database.fresh("undone")) {
            sala = fresh;
            admin = Person.administrator(sala);
            ended(run(file("create", 1, rows, i -> "old" + i)));
            List<String> before = state();
            assertThat(before).hasSize(rows);

            String file = file("both", rows / 2 + 1, rows / 2 + rows, i -> "new" + i);
            assertThat(killedAmid(run(file), "import").at("/result/failed").asInt())
                    .isZero();
            List<String> imported = state();
            assertThat(new HashSet<>(codes(imported)))
                    .as("no row twice, none missing")
                    .hasSize(imported.size())
                    .hasSize(rows + rows / 2);
            assertThat(imported).filteredOn(line -> line.contains("\"new")).hasSize(rows);
            undone("/api/undos/" + file, before, "undo of the import");

            JsonNode bulk = killedAmid(changing(), "change");
            assertThat(bulk.at("/result/done").asInt()).isEqualTo(rows);
            assertThat(state()).allMatch(line -> line.contains("\"all of them\""));
            undone("/api/undos/" + bulk.at("/result/undo").asText(), before, "undo of the change");
        }
    }

    private void undone(String address, List<String> before, String what) {
        JsonNode undo = killedAmid(job(address, null), what);
        assertThat(undo.at("/result/left").asInt()).isZero();
        assertThat(undo.at("/result/failed").asInt()).isZero();
        assertThat(state()).as(what).isEqualTo(before);
    }

    /** Uploads customers from one number to another. @return the import */
    private String file(String mode, int from, int to, IntFunction<String> remark) {
        String lines = IntStream.rangeClosed(from, to)
                .mapToObj(i -> "K" + i + ",บริษัท " + i + " จำกัด,ตาก,a" + i + "@b.co.th," + remark.apply(i))
                .collect(Collectors.joining("\r\n"));
        byte[] text = ("รหัสลูกค้า,ชื่อลูกค้า,จังหวัด,อีเมล,หมายเหตุ\r\n" + lines).getBytes(StandardCharsets.UTF_8);
        String id = Person.read(admin.attach("/api/imports", Map.of("entity", "account"), "list.csv", text)
                        .body())
                .get("id")
                .asText();
        Map<String, String> how = mode.equals("both") ? Map.of("mode", mode, "key", "code") : Map.of("mode", mode);
        admin.ok("PATCH", "/api/imports/" + id, how);
        return id;
    }

    private String run(String file) {
        return job("/api/imports/" + file + "/run", null);
    }

    private String changing() {
        Map<String, Object> all = Map.of("field", "code", "op", "startsWith", "value", "K");
        return job(
                "/api/records/account/bulk",
                Map.of("verb", "update", "filter", all, "values", Map.of("remark", "all of them")));
    }

    private String job(String address, Object body) {
        return admin.ok("POST", address, body).get("job").asText();
    }

    private JsonNode ended(String job) {
        JsonNode ended = admin.ended(job);
        assertThat(ended.get("state").asText()).as(ended.toString()).isEqualTo("done");
        return ended;
    }

    /** Kills Sala when a job has come so far, somewhere; the job ends all the same. */
    private JsonNode killedAmid(String job, String what) {
        for (int kill = 0; kill < kills; kill++) {
            JsonNode begun = awaitMore(job);
            if (isOver(begun)) {
                break;
            }
            sala.kill();
            sala.start();
            System.out.println(database + ": " + what + " was killed at " + begun.get("done"));
        }
        return ended(job);
    }

    private JsonNode awaitMore(String job) {
        long start = admin.get("/api/jobs/" + job).get("done").asLong();
        long more = start + 1 + random.nextInt(Math.max(1, rows / (kills + 1)));
        JsonNode[] now = new JsonNode[1];
        Wait.until(() -> "it goes on: " + now[0], BEGUN, () -> {
            now[0] = admin.get("/api/jobs/" + job);
            return isOver(now[0]) || now[0].get("done").asLong() >= more;
        });
        return now[0];
    }

    private static boolean isOver(JsonNode job) {
        return !List.of("waiting", "running").contains(job.get("state").asText());
    }

    /** Every customer with all that was changed, in the order of their codes. */
    private List<String> state() {
        List<String> lines = new ArrayList<>();
        Map<String, Object> query =
                new HashMap<>(Map.of("fields", FIELDS, "limit", 200, "sort", List.of(Map.of("path", "code"))));
        String after = "";
        do {
            JsonNode page = admin.query("account", query);
            page.get("items").forEach(item -> lines.add(line(item)));
            after = page.path("next").asText();
            query.put("after", after);
        } while (!after.isEmpty());
        return lines;
    }

    private static String line(JsonNode item) {
        return FIELDS.stream()
                .map(field -> String.valueOf(item.get(field)))
                .collect(Collectors.joining(" "))
                .replaceAll("\"version\":\"?\\d+\"?", "");
    }

    private static List<String> codes(List<String> lines) {
        return lines.stream().map(line -> line.substring(0, line.indexOf(' '))).toList();
    }
}
