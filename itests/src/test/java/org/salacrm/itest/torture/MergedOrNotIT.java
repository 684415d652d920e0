package org.salacrm.itest.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.Test;
import org.salacrm.itest.OnEachDatabase;
import org.salacrm.itest.Person;
import org.salacrm.itest.RunningSala;

/** Sala is killed while customers are merged and parted again: each time all of it is done or nothing. */
public class MergedOrNotIT extends OnEachDatabase {
    private static final int CUSTOMERS = 4;

    private final int contacts = Size.of("merged", 120);
    private final List<String> customers = new ArrayList<>();
    private Random random;
    private Person admin;

    @Test
    public void whatIsMergedWhenSalaIsKilledIsMergedOrNot() {
        random = Size.random(getClass());
        try (RunningSala sala = database.fresh("merged")) {
            admin = Person.administrator(sala);
            fill();
            int merging = answersDuring(sala, CompletableFuture.runAsync(merging()), Integer.MAX_VALUE);
            int parting = answersDuring(sala, CompletableFuture.runAsync(parting()), Integer.MAX_VALUE);
            for (int kill = 0; kill < Size.of("merging.kills", 1); kill++) {
                boolean was = merged();
                int length = was ? parting : merging;
                // A little later than it takes, too: what was answered must stay.
                int moment = random.nextInt(length + length / 4 + 2);
                boolean acknowledged = killedAmid(sala, was ? parting() : merging(), moment);
                boolean is = merged();
                if (acknowledged) {
                    assertThat(is).as("what was acknowledged").isNotEqualTo(was);
                }
                System.out.println(database + ": " + (was ? "parting" : "merging") + " was "
                        + (is == was ? "not done" : acknowledged ? "done" : "done unheard"));
            }
        }
    }

    private void fill() {
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(admin.create("account", Map.of("name", "Company " + i))
                    .get("id")
                    .asText());
        }
        for (int i = 0; i < contacts; i++) {
            String goes = customers.get(1 + i % (CUSTOMERS - 1));
            admin.create("contact", Map.of("name", "Contact " + i, "account", goes));
        }
    }

    private Runnable merging() {
        List<Map<String, String>> records =
                customers.stream().map(id -> Map.of("id", id)).toList();
        return () -> admin.ok("POST", "/api/records/account/merge", Map.of("records", records));
    }

    private Runnable parting() {
        JsonNode recent = admin.get("/api/merges?entity=account&id=" + customers.get(0));
        String merge = recent.at("/items/0/merge").asText();
        return () -> admin.ok("POST", "/api/merges/" + merge + "/undo", Map.of());
    }

    /** How many questions Sala answers while it works, at most so many: the clock by which it is killed. */
    private static int answersDuring(RunningSala sala, CompletableFuture<Void> work, int most) {
        int answers = 0;
        while (answers < most && !work.isDone()) {
            sala.get("/health/live");
            answers++;
        }
        return answers;
    }

    /** @return whether it was told before that it is done */
    private static boolean killedAmid(RunningSala sala, Runnable work, int moment) {
        CompletableFuture<Void> answer = CompletableFuture.runAsync(work);
        answersDuring(sala, answer, moment);
        sala.kill();
        boolean acknowledged = answer.handle((done, failed) -> failed == null).join();
        sala.start();
        return acknowledged;
    }

    /** Whether they are one, which is true of everything or of nothing. */
    private boolean merged() {
        long moved = admin.count("contact", Map.of("field", "account", "op", "=", "value", customers.get(0)));
        long there = customers.stream()
                .filter(id ->
                        admin.send("GET", "/api/records/account/" + id, null).statusCode() == 200)
                .count();
        assertThat(List.of(moved, there)).isIn(List.of(0L, (long) CUSTOMERS), List.of((long) contacts, 1L));
        return there == 1;
    }
}
