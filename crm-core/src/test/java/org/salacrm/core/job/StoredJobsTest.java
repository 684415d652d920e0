package org.salacrm.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.salacrm.api.event.Live;
import org.salacrm.api.job.JobKind;
import org.salacrm.api.job.JobState;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.security.Caller;
import org.salacrm.core.store.Database;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.TestStore;
import org.salacrm.core.testing.FakeCallers;
import org.salacrm.core.testing.FakeLive;
import org.salacrm.core.testing.SharedStores;

@RunWith(Parameterized.class)
public class StoredJobsTest {

    private static final SharedStores STORES = new SharedStores();

    @Parameterized.Parameters(name = "{0}")
    public static Database.Vendor[] databases() {
        return Database.Vendor.values();
    }

    @Parameterized.Parameter
    public Database.Vendor vendor;

    private final List<Live.Message> told = new CopyOnWriteArrayList<>();
    private final FakeCallers callers = new FakeCallers();
    private final AtomicLong ids = new AtomicLong(100);
    private final List<JobRunner> nodes = new ArrayList<>();
    private TestStore store;
    private JobRows rows;

    @Before
    public void open() {
        store = STORES.of(vendor);
        List.of("core_task", "core_work", "core_work_checkpoint")
                .forEach(table -> new Sql(store.tx()).update("DELETE FROM " + table));
        rows = new JobRows(store.tx(), ids::incrementAndGet, new FakeLive(told), Clock.systemUTC());
        callers.be(FakeCallers.user(7));
    }

    @After
    public void stop() {
        nodes.forEach(JobRunner::stop);
    }

    @AfterClass
    public static void close() {
        STORES.close();
    }

    @Test
    public void jobRunsForWhoStartedItAndTellsHim() throws InterruptedException {
        StoredJobs jobs = node(kind("count", (parameters, progress) -> {
            progress.report(3, 3);
            return Map.of("who", callers.current().user(), "n", parameters.get("n"));
        }));

        long id = jobs.start("count", Map.of("n", 5));
        await(() -> jobs.find(id).orElseThrow().state().equals("done"));

        JobState job = jobs.find(id).orElseThrow();
        assertThat(job.result()).containsEntry("who", 7).containsEntry("n", 5);
        assertThat(job.done()).isEqualTo(3);
        await(() -> told.stream().anyMatch(m -> "done".equals(m.body().get("state"))));
        assertThat(told).allMatch(m -> m.user() == 7 && m.body().get("id").equals(String.valueOf(id)));
    }

    @Test
    public void jobOfATransactionThatIsTakenBackNeverRuns() {
        StoredJobs jobs = node(kind("count", (parameters, progress) -> Map.of()));

        assertThatThrownBy(() -> store.tx().required(() -> {
                    jobs.start("count", Map.of());
                    throw new IllegalStateException("changed my mind");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(jobs.recent(true, 10)).isEmpty();
        assertThat(new Sql(store.tx())
                        .list("SELECT task_instance FROM core_task WHERE task_name = 'job'", r -> r.getString(1)))
                .isEmpty();
    }

    @Test
    public void otherPeopleDoNotSeeTheJob() throws InterruptedException {
        StoredJobs jobs = node(kind("count", (parameters, progress) -> Map.of()));
        long id = jobs.start("count", Map.of());
        await(() -> jobs.find(id).orElseThrow().state().equals("done"));

        callers.be(FakeCallers.user(8));
        assertThat(jobs.find(id)).isEmpty();
        assertThat(jobs.recent(true, 10)).isEmpty();
        callers.be(Caller.system("test"));
        assertThat(jobs.recent(true, 10)).extracting(JobState::id).containsExactly(id);
        assertThat(jobs.recent(false, 10)).as("his own").isEmpty();
    }

    @Test
    public void refusalIsTheReasonAndAnErrorIsNotToldToUsers() throws InterruptedException {
        StoredJobs jobs = node(
                kind("refused", (parameters, progress) -> {
                    throw new ConflictException("module.busy", Map.of("module", "sfa"));
                }),
                kind("broken", (parameters, progress) -> {
                    progress.checkpoint(Map.of("undo", "17"));
                    throw new IllegalStateException("secret");
                }));

        long refused = jobs.start("refused", Map.of());
        long broken = jobs.start("broken", Map.of());
        await(() -> jobs.recent(true, 10).stream().allMatch(j -> j.state().equals("failed")));

        assertThat(jobs.find(refused).orElseThrow().messageKey()).isEqualTo("module.busy");
        assertThat(jobs.find(refused).orElseThrow().result()).containsEntry("module", "sfa");
        assertThat(jobs.find(broken).orElseThrow().messageKey()).isEqualTo("job.failed");
        assertThat(jobs.find(broken).orElseThrow().result())
                .as("what it did before can be taken back")
                .isEqualTo(Map.of("undo", "17"));
    }

    @Test
    public void cancelledJobStopsAtItsNextStep() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        StoredJobs jobs = node(kind("long", (parameters, progress) -> {
            int steps = 0;
            while (!progress.cancelled()) {
                progress.report(++steps, 0);
                running.countDown();
                Thread.onSpinWait();
            }
            return Map.of("steps", steps);
        }));

        long id = jobs.start("long", Map.of());
        assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
        await(() -> jobs.find(id).orElseThrow().state().equals("running"));
        jobs.cancel(id);
        await(() -> jobs.find(id).orElseThrow().state().equals("cancelled"));

        assertThat((Integer) jobs.find(id).orElseThrow().result().get("steps")).isPositive();
        assertThatThrownBy(() -> jobs.cancel(id)).isInstanceOf(ConflictException.class);
    }

    @Test
    public void jobGoesOnAtItsCheckpointAfterTheNodeWentDown() throws InterruptedException {
        CountDownLatch half = new CountDownLatch(1);
        List<Integer> begins = new CopyOnWriteArrayList<>();
        JobKind kind = kind("steps", (parameters, progress) -> {
            int step = (Integer) progress.checkpoint().getOrDefault("step", 0);
            begins.add(step);
            while (step < 10 && !progress.cancelled()) {
                step++;
                progress.checkpoint(Map.of("step", step));
                if (step == 5 && begins.size() == 1) {
                    half.countDown();
                    spinUntil(progress::cancelled);
                }
            }
            return Map.of("step", step);
        });
        StoredJobs jobs = node(kind);
        long id = jobs.start("steps", Map.of());
        assertThat(half.await(20, TimeUnit.SECONDS)).isTrue();

        nodes.get(0).stop();
        StoredJobs again = node(kind);
        await(() -> {
            nodes.get(1).wake(); // by itself it looks every few seconds
            return again.find(id).orElseThrow().state().equals("done");
        });

        assertThat(begins).containsExactly(0, 5);
        assertThat(again.find(id).orElseThrow().result()).containsEntry("step", 10);
    }

    @Test
    public void everyJobRunsOnceOverTwoNodes() throws InterruptedException {
        Map<Object, AtomicInteger> runs = new ConcurrentHashMap<>();
        JobKind kind = kind("once", (parameters, progress) -> {
            runs.computeIfAbsent(parameters.get("n"), n -> new AtomicInteger()).incrementAndGet();
            return Map.of();
        });
        StoredJobs one = node(kind);
        StoredJobs two = node(kind);

        for (int n = 0; n < 30; n++) {
            (n % 2 == 0 ? one : two).start("once", Map.of("n", n));
        }
        await(() -> one.recent(true, 100).stream().allMatch(j -> j.state().equals("done")));

        assertThat(runs).hasSize(30);
        assertThat(runs.values()).allMatch(n -> n.get() == 1);
    }

    @Test
    public void whatAProcessHadPickedThatIsGoneIsFreeAtOnce() {
        boolean alone = vendor == Database.Vendor.DERBY;
        picked("left", "sala gone");
        picked("mine", Database.NODE);

        rows.free(vendor, "whose name nobody sees");
        assertThat(picked()).hasSize(alone ? 0 : 2);

        rows.free(vendor, Database.NODE);
        assertThat(picked()).isEqualTo(alone ? List.of() : List.of("mine"));
    }

    @Test
    public void whatItsKindRefusesIsNoJob() {
        StoredJobs jobs = node(new Refusing());
        assertThatThrownBy(() -> jobs.start("refusing", Map.of("a", 1))).hasMessage("{a=1}");
        assertThat(rows.recent(OptionalLong.empty(), 10)).isEmpty();
    }

    private void picked(String task, String node) {
        new Sql(store.tx())
                .update(
                        "INSERT INTO core_task (task_name, task_instance, execution_time, picked, picked_by, version)"
                                + " VALUES ('job', ?, ?, ?, ?, 1)",
                        task,
                        Instant.now(),
                        true,
                        node);
    }

    private List<String> picked() {
        return new Sql(store.tx())
                .list("SELECT task_instance FROM core_task WHERE picked = ?", row -> row.getString(1), true);
    }

    private StoredJobs node(JobKind... kinds) {
        JobRunner runner = new JobRunner(
                        rows,
                        new UndoRows(store.tx(), store.database(), ids::incrementAndGet, Clock.systemUTC()),
                        callers,
                        store.database())
                .with(List.of(kinds));
        nodes.add(runner);
        return new StoredJobs(rows, runner, callers, store.tx());
    }

    private interface Work {
        Map<String, Object> run(Map<String, Object> parameters, JobKind.Progress progress);
    }

    private static JobKind kind(String name, Work work) {
        return new JobKind() {
            @Override
            public String kind() {
                return name;
            }

            @Override
            public Map<String, Object> run(Map<String, Object> parameters, Progress progress) {
                return work.run(parameters, progress);
            }
        };
    }

    private static void spinUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    /** Waits for a condition, at most half a minute. */
    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
