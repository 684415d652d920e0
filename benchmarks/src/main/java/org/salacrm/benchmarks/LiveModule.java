package org.salacrm.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * W9: the sales module is taken away and brought back, while 50 people together look at 20 lists of accounts a second.
 * An answer that comes late counts from the moment it should have been asked for.
 */
final class LiveModule {
    private static final int ROUNDS = 10;
    private static final int PEOPLE = 50;
    private static final long EVERY_NS = 2_500_000_000L;
    private static final long POLL_NS = 20_000_000;

    private final Product product;
    private final Section section;
    private final AtomicInteger failed = new AtomicInteger();
    private final List<Long> times = new ArrayList<>();
    private volatile boolean over;

    LiveModule(Product product, Section section) {
        this.product = product;
        this.section = section;
    }

    void run() throws IOException {
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        try (Person admin = Person.signIn(product.port(), Company.ADMIN, Company.PASSWORD)) {
            for (int i = 0; i < PEOPLE; i++) {
                Person person = Person.signIn(product.port(), Company.login(i), Company.PASSWORD);
                long first = System.nanoTime() + EVERY_NS * i / PEOPLE;
                people.execute(() -> look(person, first));
            }
            LockSupport.parkNanos(2 * EVERY_NS);
            taken();
            LockSupport.parkNanos(ROUNDS * 1_500_000_000L);
            Figures quiet = taken();
            List<Long> installs = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                change(admin, "uninstall");
                installs.add(change(admin, "install"));
            }
            Figures changing = taken();
            tell(installs.stream().mapToLong(Long::longValue).sorted().toArray(), quiet, changing);
        } finally {
            over = true;
            people.shutdown();
            awaitEnd(people);
        }
    }

    private void tell(long[] installs, Figures quiet, Figures changing) {
        section.line("W9 install the sales module on the running system, %d times: median %d ms, longest %d ms; "
                        .formatted(ROUNDS, installs[ROUNDS / 2], installs[ROUNDS - 1])
                + "20 requests/s of 50 people meanwhile: %d failed, p99 %s ms (quiet %s), longest %s ms (quiet %s)"
                        .formatted(
                                failed.get(),
                                Figures.number(changing.percentile(99)),
                                Figures.number(quiet.percentile(99)),
                                Figures.number(changing.most()),
                                Figures.number(quiet.most())));
    }

    /** @return milliseconds until the job was done */
    static long change(Person admin, String verb) throws IOException {
        long start = System.nanoTime();
        String job =
                admin.json("POST", "/api/modules/sfa/" + verb, null).get("job").asText();
        while (true) {
            String state =
                    admin.json("GET", "/api/jobs/" + job, null).get("state").asText();
            if (state.equals("done")) {
                return (System.nanoTime() - start) / 1_000_000;
            }
            if (!state.equals("waiting") && !state.equals("running")) {
                throw new IOException(verb + " of the module ended as " + state);
            }
            LockSupport.parkNanos(POLL_NS);
        }
    }

    private void look(Person person, long first) {
        byte[] accounts = person.request(
                "POST", "/api/records/account/query", "", Map.of("fields", List.of("name", "phone", "owner")));
        try (person) {
            for (long due = first; !over; due += EVERY_NS) {
                LockSupport.parkNanos(due - System.nanoTime());
                if (person.send(accounts).status() != 200) {
                    failed.incrementAndGet();
                }
                note(System.nanoTime() - due);
            }
        } catch (IOException e) {
            failed.incrementAndGet();
            section.line("W9 a connection failed: " + e);
        }
    }

    private synchronized void note(long nanos) {
        times.add(nanos);
    }

    private synchronized Figures taken() {
        long[] all = times.stream().mapToLong(Long::longValue).toArray();
        times.clear();
        return new Figures(all, 0, 0, 0);
    }

    private static void awaitEnd(ExecutorService people) throws IOException {
        try {
            if (!people.awaitTermination(30, TimeUnit.SECONDS)) {
                throw new IOException("somebody still waits for an answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
