package org.salacrm.core.record;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.salacrm.core.store.Database.Vendor;
import org.salacrm.core.store.TestStore;

/** Prints how long writes take, beside plain statements that store the same. Arguments: vendor, seconds. */
public final class WriteTimes {
    private final World world;
    private final long millis;
    private final AtomicLong number = new AtomicLong();

    private WriteTimes(TestStore store, long millis) {
        this.world = new World(store.tx());
        this.millis = millis;
    }

    public static void main(String[] arguments) throws InterruptedException {
        Vendor vendor = Vendor.valueOf(arguments[0]);
        try (TestStore store = vendor == Vendor.DERBY ? TestStore.derby() : TestStore.postgres()) {
            new WriteTimes(store, Long.parseLong(arguments[1]) * 1000).all();
        }
    }

    private void all() throws InterruptedException {
        measure("warm", 2, this::create);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            ids.add(world.account("company " + i).id());
        }
        for (int threads : new int[] {1, 8}) {
            measure("W1 create account, address, phone, e-mail", threads, this::create);
            measure("   the same rows by plain statements", threads, this::plain);
            measure("W6 change one field", threads, () -> change(ids));
            measure("   200 accounts in one transaction (per account)", threads, 200, this::many);
        }
    }

    private void create() {
        long n = number.incrementAndGet();
        world.records.create(
                "account",
                Map.of(
                        "name", "บริษัท ทดสอบ " + n + " จำกัด",
                        "code", "C" + n,
                        "phone", "02-123-4567",
                        "email", "info" + n + "@sala.example",
                        "addresses",
                                List.of(Map.of(
                                        "street", "1 ถนนสุขุมวิท", "province", "กรุงเทพมหานคร", "postcode", "10110"))));
    }

    private void many() {
        world.records.transaction(() -> {
            for (int i = 0; i < 200; i++) {
                create();
            }
            return "";
        });
    }

    private void change(List<Long> ids) {
        long n = number.incrementAndGet();
        long id = ids.get((int) (n % ids.size()));
        world.records.update("account", id, -1, Map.of("remark", "changed " + n));
    }

    private void plain() {
        long id = world.ids.next();
        world.tx.required(() -> {
            insert(
                    "insert into core_account (id, version, created_at, modified_at, name, code, status, relations)"
                            + " values (?, 1, ?, ?, ?, ?, 'active', ',customer,')",
                    id,
                    now(),
                    now(),
                    "name " + id,
                    "P" + id);
            insert(
                    "insert into core_account_address (id, version, account_id, position, province)"
                            + " values (?, 1, ?, 0, 'x')",
                    world.ids.next(),
                    id);
            insert(
                    "insert into core_history (id, entity, record_id, version, verb, user_id, source, happened_at,"
                            + " changes) values (?, 'account', ?, 1, 'create', 1, 'x', ?, ?)",
                    world.ids.next(),
                    id,
                    now(),
                    "[]".repeat(200));
            insert("insert into core_outbox (id, events) values (?, ?)", world.ids.next(), "[]".repeat(100));
            return "";
        });
    }

    private static Timestamp now() {
        return Timestamp.from(Instant.now());
    }

    private void insert(String sql, Object... values) {
        try (PreparedStatement statement = world.tx.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void measure(String name, int threads, Runnable work) throws InterruptedException {
        measure(name, threads, 1, work);
    }

    private void measure(String name, int threads, int each, Runnable work) throws InterruptedException {
        ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<long[]> times = new ArrayList<>();
        AtomicLong used = new AtomicLong();
        long end = System.nanoTime() + millis * 1_000_000;
        long start = System.nanoTime();
        for (int t = 0; t < threads; t++) {
            pool.execute(() -> {
                List<Long> mine = new ArrayList<>();
                long cpuStart = cpu.getCurrentThreadCpuTime();
                while (System.nanoTime() < end) {
                    long before = System.nanoTime();
                    work.run();
                    mine.add(System.nanoTime() - before);
                }
                used.addAndGet(cpu.getCurrentThreadCpuTime() - cpuStart);
                synchronized (times) {
                    times.add(mine.stream().mapToLong(Long::longValue).toArray());
                }
            });
        }
        pool.shutdown();
        pool.awaitTermination(10, TimeUnit.MINUTES);
        double seconds = (System.nanoTime() - start) / 1e9;
        long[] sorted = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        System.out.printf(
                "%-52s %2d threads  p50 %7.2f ms  p95 %7.2f ms  %7.0f/s  cpu %5.2f ms%n",
                name,
                threads,
                sorted[sorted.length / 2] / 1e6 / each,
                sorted[sorted.length * 95 / 100] / 1e6 / each,
                sorted.length * each / seconds,
                used.get() / 1e6 / sorted.length / each);
    }
}
