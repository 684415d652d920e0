package org.salacrm.itest.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.salacrm.itest.Person;
import org.salacrm.itest.RunningSala;
import org.salacrm.itest.Wait;

/** The database is away, frozen or holds what somebody needs: a clear answer in time, and all is well by itself. */
public class DatabaseGoneIT {
    private static final int AT_ONCE = 8;
    private static final long IN_TIME_MS = 3_000;
    /** A lock is waited for five seconds. */
    private static final long LOCK_MS = 8_000;

    private static final Duration SOON = Duration.ofSeconds(30);

    private static OwnPostgres postgres;
    private static RunningSala sala;
    private static Person admin;

    private final ExecutorService others = Executors.newCachedThreadPool();
    private String account;

    @BeforeClass
    public static void start() {
        postgres = new OwnPostgres();
        sala = postgres.sala();
        admin = Person.administrator(sala);
        admin.install("sfa");
    }

    @AfterClass
    public static void stop() {
        sala.close();
        postgres.close();
    }

    @Before
    public void makeSomething() {
        Wait.until(() -> "it is ready", SOON, sala::isReady);
        account = admin.create("account", Map.of("name", "ลูกค้า")).get("id").asText();
    }

    @After
    public void end() {
        others.shutdownNow();
    }

    /** An answer and how long it took. */
    private record Timed(HttpResponse<String> answer, long millis) {}

    private static Timed timed(Callable<HttpResponse<String>> question) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> answer = question.call();
        return new Timed(answer, (System.nanoTime() - start) / 1_000_000);
    }

    /** Many of all kinds at the same time, more than once. */
    private List<Timed> everything(int times) throws ExecutionException, InterruptedException {
        List<Callable<HttpResponse<String>>> questions = List.of(
                () -> admin.send("GET", "/api/session", null),
                () -> admin.send("GET", "/api/bootstrap", null),
                () -> admin.send("GET", "/api/records/account/" + account, null),
                () -> admin.send("POST", "/api/records/account/query", Map.of("fields", List.of("name"))),
                () -> admin.send("POST", "/api/records/account", Map.of("name", "x")),
                () -> admin.send("PATCH", "/api/records/account/" + account, Map.of("remark", "x"), "If-Match", "*"),
                () -> admin.send("DELETE", "/api/records/account/" + account, null, "If-Match", "\"77\""),
                () -> admin.send("GET", "/api/modules", null),
                () -> admin.send("GET", "/api/jobs", null));
        List<Timed> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            List<Future<Timed>> asked = new ArrayList<>();
            asked.add(others.submit(() -> timed(
                    () -> admin.send("POST", "/api/session", Map.of("login", "admin", "password", "not looked at")))));
            for (int n = 0; n < AT_ONCE; n++) {
                questions.forEach(question -> asked.add(others.submit(() -> timed(question))));
            }
            for (Future<Timed> one : asked) {
                all.add(one.get());
            }
        }
        return all;
    }

    private static void assertAway(List<Timed> answers) {
        // Who is signed in is remembered for two seconds.
        List<Timed> others = answers.stream()
                .filter(a -> !a.answer().uri().getPath().equals("/api/session")
                        || a.answer().statusCode() != 200)
                .toList();
        assertThat(others).allSatisfy(timed -> {
            assertThat(timed.answer().statusCode()).as(timed.answer().body()).isEqualTo(503);
            assertThat(timed.answer().headers().firstValue("Content-Type").orElse(""))
                    .startsWith("application/problem+json");
            assertThat(timed.answer().headers().firstValue("Retry-After")).isPresent();
            assertThat(timed.millis()).as("%s", timed.answer().request()).isLessThanOrEqualTo(IN_TIME_MS);
        });
    }

    private void assertBack() {
        Wait.until(
                () -> "it works again",
                SOON,
                () -> admin.send("GET", "/api/records/account/" + account, null).statusCode() == 200);
        assertThat(admin.create("account", Map.of("name", "danach")).get("id").asText())
                .isNotEmpty();
        Wait.until(() -> "it is ready", SOON, sala::isReady);
    }

    @Test
    public void whileItIsAwayEverybodyIsToldInTimeAndThenWorksOn() throws Exception {
        int before = sala.log().length();
        postgres.stop();
        try {
            long end = System.nanoTime()
                    + Duration.ofSeconds(Size.of("gone.seconds", 3)).toNanos();
            do {
                assertAway(everything(1));
            } while (System.nanoTime() < end);
            assertThat(sala.get("/health/ready").statusCode()).isEqualTo(503);
            assertThat(sala.get("/health/live").statusCode()).isEqualTo(200);
        } finally {
            postgres.start();
        }
        assertBack();
        for (String what : List.of("Events", "Jobs", "Alerts", "Greetings", "Bounces", "Series")) {
            assertThat(sala.log().substring(before).split(what + " wait:", -1))
                    .as("how often the log says that %s wait", what)
                    .hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    public void aDatabaseThatDoesNotAnswerIsAsGoodAsAway() throws Exception {
        postgres.freeze();
        try {
            everything(1); // whoever was in the middle of something waits a little longer
            long end = System.nanoTime()
                    + Duration.ofSeconds(Size.of("gone.seconds", 3)).toNanos();
            do {
                assertAway(everything(1));
            } while (System.nanoTime() < end);
        } finally {
            postgres.thaw();
        }
        assertBack();
    }

    @Test
    public void aRowThatSomebodyHoldsIsWaitedForInBounds() throws Exception {
        JsonNode before = admin.get("/api/records/account/" + account);
        try (Connection other = postgres.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select * from core_account where id = " + account + " for update");
            Timed held = timed(() -> patch("held", before));
            assertThat(held.answer().statusCode()).as(held.answer().body()).isEqualTo(503);
            assertThat(held.answer().headers().firstValue("Retry-After")).isPresent();
            assertThat(held.millis()).isLessThan(LOCK_MS);
            assertThat(admin.get("/api/records/account/" + account)).isEqualTo(before);
            assertThat(admin.create("account", Map.of("name", "daneben"))
                            .get("id")
                            .asText())
                    .as("others work on")
                    .isNotEmpty();
            Future<HttpResponse<String>> waits = others.submit(() -> patch("waited", before));
            awaitWaiting(other);
            other.rollback();
            assertThat(waits.get().statusCode()).isEqualTo(200);
        }
        assertThat(admin.get("/api/records/account/" + account).get("remark").asText())
                .isEqualTo("waited");
    }

    @Test
    public void aTableThatSomebodyHoldsKeepsNobodyForEver() throws Exception {
        try (Connection other = postgres.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table core_account in access exclusive mode");
            Random random = Size.random(getClass());
            List<Future<Timed>> asked = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                boolean reads = random.nextBoolean();
                asked.add(others.submit(() -> timed(() -> reads
                        ? admin.send("GET", "/api/records/account/" + account, null)
                        : admin.send("POST", "/api/records/account", Map.of("name", "y")))));
            }
            for (Future<Timed> one : asked) {
                assertThat(one.get().answer().statusCode()).isEqualTo(503);
                assertThat(one.get().millis()).isLessThan(LOCK_MS);
            }
        }
        assertBack();
    }

    private HttpResponse<String> patch(String remark, JsonNode before) {
        return admin.send(
                "PATCH",
                "/api/records/account/" + account,
                Map.of("remark", remark),
                "If-Match",
                '"' + before.get("version").asText() + '"');
    }

    /** Until somebody waits for a lock. */
    private static void awaitWaiting(Connection connection) {
        Wait.until(() -> "somebody waits for the lock", SOON, () -> {
            try (Statement statement = connection.createStatement();
                    var row = statement.executeQuery("select count(*) from pg_locks where not granted")) {
                return row.next() && row.getInt(1) > 0;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
