package org.salacrm.itest.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.salacrm.itest.Person;
import org.salacrm.itest.RunningSala;
import org.salacrm.itest.TestPostgres;
import org.salacrm.itest.Wait;

/** Several people at work at the same time, and what listeners hear of it. */
final class Office {
    private static final Duration HEARD = Duration.ofMinutes(2);
    /** Somebody who was not answered draws breath before the next try. */
    private static final Duration BREATH = Duration.ofMillis(50);

    private final RunningSala sala;
    private final List<Clerk> clerks = new ArrayList<>();
    private final AccountClerk accounts;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Queue<Throwable> wrong = new ConcurrentLinkedQueue<>();
    private final List<Thread> working = new ArrayList<>();
    private volatile boolean open;

    /** @param rows of each import */
    Office(RunningSala sala, Random random, int rows) {
        this.sala = sala;
        Person admin = Person.administrator(sala);
        admin.install("sfa");
        ModuleBuild.witness(sala.data().resolve("deploy/witness.kar"));
        Wait.until(() -> "the witness is in", HEARD, () -> admin.get("/api/modules")
                .toString()
                .contains("witness"));
        admin.ok(
                "POST",
                "/api/types/account/fields",
                Map.of("name", Account.OWN, "kind", "int", "label", Map.of("th", "เครื่องหมาย", "en", "Mark")));
        Path folder = TestPostgres.folder("office");
        accounts = new AccountClerk(desk("A", admin, random));
        clerks.add(accounts);
        clerks.add(new ReadingClerk(desk("R", admin, random), accounts));
        clerks.add(new LeadClerk(desk("L", admin, random)));
        clerks.add(new FileClerk(desk("F", admin, random), folder));
        clerks.add(new JobClerk(desk("J", admin, random), folder, rows));
    }

    private static Desk desk(String name, Person person, Random random) {
        return new Desk(name, person, new Random(random.nextLong()));
    }

    /** Everybody begins to work. */
    void open() {
        open = true;
        acknowledged.set(0);
        unanswered.set(0);
        for (Clerk clerk : clerks) {
            Thread thread = new Thread(() -> work(clerk), clerk.getClass().getSimpleName());
            working.add(thread);
            thread.start();
        }
    }

    private void work(Clerk clerk) {
        while (open) {
            try {
                clerk.write();
                if (clerk.alwaysWrites()) {
                    acknowledged.incrementAndGet();
                }
            } catch (OpenException e) {
                unanswered.incrementAndGet();
                LockSupport.parkNanos(BREATH.toNanos());
            } catch (RuntimeException | AssertionError e) { // outermost: a clerk's day
                wrong.add(e);
                return;
            }
        }
    }

    void awaitAcknowledged(int more) {
        await(acknowledged, more);
    }

    void awaitUnanswered(int more) {
        await(unanswered, more);
    }

    private void await(AtomicInteger count, int more) {
        int goal = count.get() + more;
        Wait.until(() -> goal + " requests, not " + count, HEARD, () -> count.get() >= goal || !wrong.isEmpty());
    }

    /** Everybody goes home. @throws AssertionError when somebody was told or shown something wrong */
    void close() {
        open = false;
        working.forEach(thread -> {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        working.clear();
        if (!wrong.isEmpty()) {
            AssertionError error = new AssertionError(wrong.size() + " clerks met something wrong: " + wrong.peek());
            wrong.forEach(error::addSuppressed);
            throw error;
        }
    }

    /** Compares the books with what is there, and waits until the witness has heard of all of it. */
    void compare() {
        Set<String> events = new HashSet<>();
        clerks.forEach(clerk -> events.addAll(clerk.compare()));
        awaitHeard(events);
    }

    /** As {@link #compare()}, with all customers from the beginning. */
    void compareAll() {
        compare();
        awaitHeard(accounts.compareAll());
    }

    private void awaitHeard(Set<String> events) {
        Wait.until(
                () -> {
                    events.removeAll(heard());
                    return "the witness has heard of " + events;
                },
                HEARD,
                () -> heard().containsAll(events));
    }

    private Set<String> heard() {
        try {
            Path file = sala.data().resolve("witness.txt");
            return Files.exists(file) ? new HashSet<>(Files.readAllLines(file)) : Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
