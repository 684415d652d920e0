package org.salacrm.itest.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Starts an import and a change of many records; both must end with every row done once, whatever happens between. */
final class JobClerk implements Clerk {
    private static final Duration NOW_AND_THEN = Duration.ofMillis(100);

    private final Desk desk;
    private final Path folder;
    private final int rows;
    private int round;
    private int changes;
    /** Orders of which nobody knows whether they were taken. */
    private int open;

    private String importing = "";
    private String bulk = "";

    /** @param rows of each import, and records that are changed at once */
    JobClerk(Desk desk, Path folder, int rows) {
        this.desk = desk;
        this.folder = folder;
        this.rows = rows;
        importing = upload("account");
        run();
        compare();
    }

    private String prefix() {
        return desk.name() + "-" + round + "-";
    }

    /** Begins both; called once, then there is nothing more to write until they were compared. */
    @Override
    public void write() {
        if (importing.isEmpty()) {
            round++;
            importing = upload("lead");
            run();
        } else if (bulk.isEmpty()) {
            Map<String, Object> those = Map.of("field", "name", "op", "startsWith", "value", desk.name() + "-0-");
            Map<String, Object> order =
                    Map.of("verb", "update", "filter", those, "values", Map.of("creditDays", (changes + 1) % 300));
            open++;
            bulk = desk.ask("POST", "/api/records/account/bulk", order)
                    .get("job")
                    .asText();
            open--;
            changes++;
        } else {
            desk.ask("GET", "/api/jobs/" + bulk, null);
            LockSupport.parkNanos(NOW_AND_THEN.toNanos());
        }
    }

    private String upload(String entity) {
        String table = IntStream.range(0, rows)
                .mapToObj(i -> entity.equals("lead") ? prefix() + i + ",Company " + i : prefix() + i + ",")
                .collect(Collectors.joining("\n", entity.equals("lead") ? "Name,Company\n" : "Name,Phone\n", "\n"));
        try {
            Path file = Files.writeString(folder.resolve(prefix() + "import.csv"), table);
            return desk.upload("/api/imports", entity, file).get("id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run() {
        desk.ask("POST", "/api/imports/" + importing + "/run", null);
    }

    @Override
    public boolean alwaysWrites() {
        return false;
    }

    @Override
    public Set<String> compare() {
        Set<String> events = new HashSet<>();
        if (!importing.isEmpty()) {
            JsonNode state = desk.ask("GET", "/api/imports/" + importing, null);
            boolean begun = !state.get("state").asText().equals("uploaded");
            JsonNode job = begun ? desk.person().ended(state.get("job").asText()) : null;
            if (begun) {
                assertThat(job.get("state").asText()).as("import: %s", job).isEqualTo("done");
                assertThat(job.at("/result/created").asInt()).as("rows told of").isEqualTo(rows);
            }
            String entity = state.get("entity").asText();
            List<JsonNode> made = all(entity, prefix());
            assertThat(made).as("%s of import %s", entity, round).hasSize(begun ? rows : 0);
            assertThat(made.stream().map(row -> row.get("name").asText()).distinct())
                    .hasSameSizeAs(made);
            made.forEach(row -> events.add(entity + " " + row.get("id").asText() + " 1"));
        }
        if (!bulk.isEmpty()) {
            JsonNode job = desk.person().ended(bulk);
            assertThat(job.at("/result/done").asInt()).as("bulk: %s", job).isEqualTo(rows);
        }
        compareChanged();
        importing = "";
        bulk = "";
        return events;
    }

    /** Each record was changed once by each job, so that its version counts them. */
    private void compareChanged() {
        List<JsonNode> changed = all("account", desk.name() + "-0-");
        assertThat(changed).hasSize(rows);
        Set<String> versions =
                changed.stream().map(row -> row.get("version").asText()).collect(Collectors.toSet());
        assertThat(versions).hasSize(1);
        int version = Integer.parseInt(versions.iterator().next());
        assertThat(version - 1).as("changes of each").isBetween(changes, changes + open);
        changes = version - 1;
        open = 0;
    }

    private List<JsonNode> all(String entity, String prefix) {
        return desk.all(entity, Map.of("field", "name", "op", "startsWith", "value", prefix), List.of("name"));
    }
}
