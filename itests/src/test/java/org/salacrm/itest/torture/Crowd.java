package org.salacrm.itest.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.salacrm.itest.Person;
import org.salacrm.itest.RunningSala;

/** Many people, each signed in, who together ask so many times a second whether or not the one before was answered. */
final class Crowd implements AutoCloseable {
    private static final int LOGINS = 5;
    private static final int PER_SECOND = 20;
    private static final String PASSWORD = "Crowd-test-2026";

    private final List<User> users = new ArrayList<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService hands = Executors.newCachedThreadPool();
    private final Random random;
    private final long start = System.nanoTime();

    /** @param size number of people; some work under the same name */
    Crowd(RunningSala sala, Person admin, int size, Random random) {
        this.random = new Random(random.nextLong());
        Map<String, ?> sales = Map.of("field", "nameEn", "op", "=", "value", "Salesperson");
        String role = admin.query("role", Map.of("fields", List.of("name"), "filter", sales))
                .at("/items/0/id")
                .asText();
        List<String> logins = new ArrayList<>();
        for (int i = 0; i < Math.min(LOGINS, size); i++) {
            logins.add(login(sala, admin, role, "crowd" + random.nextInt(1_000_000)));
        }
        for (int i = 0; i < size; i++) {
            users.add(new User(Person.signIn(sala, logins.get(i % logins.size()), PASSWORD), "a" + i));
        }
        clock.scheduleAtFixedRate(this::ask, 0, 1_000_000 / PER_SECOND, TimeUnit.MICROSECONDS);
    }

    private static String login(RunningSala sala, Person admin, String role, String login) {
        JsonNode user =
                admin.create("user", Map.of("name", login, "login", login, "roles", List.of(Map.of("role", role))));
        String given = admin.act("user", user.get("id").asText(), "reset-password", Map.of())
                .get("message")
                .asText();
        Person.firstSignIn(sala, login, given, PASSWORD);
        return login;
    }

    private void ask() {
        User user = users.get(random.nextInt(users.size()));
        String what = User.anything(random);
        Random own = new Random(random.nextLong());
        long due = System.nanoTime();
        hands.execute(() -> answers.add(asked(user, what, own, due)));
    }

    private Answer asked(User user, String what, Random own, long due) {
        int status = 0;
        boolean problem = false;
        boolean retry = false;
        String text;
        try {
            HttpResponse<String> answer = user.work(what, own);
            status = answer.statusCode();
            problem = answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
            retry = answer.headers().firstValue("Retry-After").isPresent();
            text = status < 300 ? "" : answer.body();
        } catch (UncheckedIOException e) {
            text = e.toString();
        }
        long now = System.nanoTime();
        long at = (due - start) / 1_000_000;
        return new Answer(what, User.isOfSales(what), status, problem, retry, at, (now - due) / 1_000_000, text);
    }

    /** Milliseconds since the beginning, as in the answers. */
    long now() {
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** All answers so far to what was asked since then. */
    List<Answer> since(long at) {
        return answers.stream().filter(answer -> answer.at() >= at).toList();
    }

    @Override
    public void close() {
        clock.shutdown();
        hands.shutdown();
        try {
            if (!hands.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new AssertionError("somebody was not answered within a minute");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
