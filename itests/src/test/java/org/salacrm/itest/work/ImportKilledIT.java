package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.Test;
import org.salacrm.itest.OnEachDatabase;
import org.salacrm.itest.Person;
import org.salacrm.itest.RunningSala;
import org.salacrm.itest.Wait;
import org.salacrm.test.Proves;

/** An import that a power cut gets into. */
public class ImportKilledIT extends OnEachDatabase {
    private static final int ROWS = 8000;

    @Test
    @Proves({"CDB-13", "LCA-01"})
    public void noRowComesTwiceAndNoneIsMissing() {
        try (RunningSala sala = database.fresh("import")) {
            Person clerk = Person.administrator(sala);
            String[] lines = IntStream.rangeClosed(0, ROWS)
                    .mapToObj(i -> i == 0 ? "รหัสลูกค้า,ชื่อลูกค้า,จังหวัด,อีเมล" : line(i))
                    .toArray(String[]::new);
            BroughtIn file = BroughtIn.text(clerk, "account", lines);
            String job = file.start();
            Wait.until(() -> "the first rows are in", Duration.ofSeconds(60), () -> done(clerk, job) > 0);
            sala.kill();
            sala.start();
            long survived = clerk.count("account");
            assertThat(survived).as("killed on the way").isBetween(1L, ROWS - 1L);
            assertThat(clerk.ended(job).get("state").asText()).isEqualTo("done");
            JsonNode summary = file.state().get("summary");
            assertThat(summary.get("rows").asInt()).isEqualTo(ROWS);
            assertThat(summary.get("create").asInt()).isEqualTo(ROWS - ROWS / 100);
            assertThat(file.problems()).as("each refused row is told once").hasSize(ROWS / 100);
            assertThat(clerk.count("account")).isEqualTo(ROWS - ROWS / 100);
        }
    }

    private static long done(Person clerk, String job) {
        return clerk.get("/api/jobs/" + job).get("done").asLong();
    }

    /** Every hundredth has an address that is none; names alone would not tell a row that came twice. */
    private static String line(int i) {
        return ",บริษัท " + i + " จำกัด,ตาก," + (i % 100 == 0 ? "nobody" : "a" + i + "@b.co.th");
    }
}
