package org.salacrm.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;
import org.salacrm.api.record.BusyException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.Records;
import org.salacrm.api.record.Records.Saved;
import org.salacrm.api.record.StaleRecordException;

public class ConcurrencyTest extends WriteTest {
    @Test
    public void ofTwoWhoSawTheSameVersionOneIsStale() throws Exception {
        Saved saved = world.account("A");
        AtomicInteger stale = new AtomicInteger();
        together(4, i -> {
            try {
                world.records.update("account", saved.id(), 1, Map.of("name", "N" + i));
            } catch (StaleRecordException e) {
                stale.incrementAndGet();
            }
        });
        assertThat(stale.get()).isEqualTo(3);
        assertThat(world.rows("select version from core_account where id = ?", saved.id()))
                .containsExactly(Map.of("version", 2));
        assertThat(world.rows("select id from core_history where record_id = ?", saved.id()))
                .hasSize(2);
    }

    @Test
    public void whoDidNotLookAtTheVersionWinsInTheEnd() throws Exception {
        Saved saved = world.account("A");
        together(3, i -> world.records.update("account", saved.id(), Records.ANY_VERSION, Map.of("name", "N" + i)));
        assertThat(world.rows("select version from core_account where id = ?", saved.id()))
                .containsExactly(Map.of("version", 4));
    }

    @Test
    public void manyWhoChangeOneRecordAgainAndAgainAllWinInTheEnd() throws Exception {
        Saved saved = world.account("A");
        together(8, i -> {
            for (int time = 0; time < 8; time++) {
                Map<String, String> name = Map.of("name", i + "." + time);
                world.records.update("account", saved.id(), Records.ANY_VERSION, name);
            }
        });
        assertThat(world.rows("select version from core_account where id = ?", saved.id()))
                .containsExactly(Map.of("version", 1 + 8 * 8));
    }

    @Test
    public void ofTwoWhoTakeAUniqueValueOneIsToldWhy() throws Exception {
        List<String> refused = new ArrayList<>();
        together(2, i -> {
            try {
                world.records.create("account", Map.of("name", "A", "code", "RACE" + vendor));
            } catch (InvalidRecordException e) {
                synchronized (refused) {
                    refused.add(e.refusals().get(0).messageKey());
                }
            }
        });
        assertThat(refused).containsExactly("invalid.unique");
    }

    @Test
    public void ofTwoWhoPutRecordsBelowEachOtherOneIsRefused() throws Exception {
        for (int time = 0; time < 10; time++) {
            List<Long> ids = List.of(world.account("A").id(), world.account("B").id());
            AtomicInteger refused = new AtomicInteger();
            together(2, i -> {
                try {
                    Map<String, Long> above = Map.of("parent", ids.get(1 - i));
                    world.records.update("account", ids.get(i), Records.ANY_VERSION, above);
                } catch (InvalidRecordException e) {
                    refused.incrementAndGet();
                }
            });
            assertThat(refused.get()).isEqualTo(1);
        }
    }

    @Test
    public void aDeadlockIsRunAgain() throws Exception {
        Saved a = world.account("A");
        Saved b = world.account("B");
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger runs = new AtomicInteger();
        together(
                2,
                i -> world.records.transaction(() -> {
                    boolean firstRun = runs.incrementAndGet() <= 2;
                    Saved first = i == 0 ? a : b;
                    Saved second = i == 0 ? b : a;
                    world.records.update("account", first.id(), Records.ANY_VERSION, Map.of("nameEn", "x" + i));
                    if (firstRun) {
                        meet(both);
                    }
                    return world.records.update(
                            "account", second.id(), Records.ANY_VERSION, Map.of("phone", "02 000 000" + i));
                }));
        assertThat(runs.get()).isGreaterThan(2);
        assertThat(world.rows("select version from core_account where id in (?, ?)", a.id(), b.id()))
                .containsExactly(Map.of("version", 3), Map.of("version", 3));
    }

    @Test
    public void aLockHeldBySomebodyElseEndsAsBusy() throws Exception {
        Saved saved = world.account("A");
        CyclicBarrier held = new CyclicBarrier(2);
        CyclicBarrier tried = new CyclicBarrier(2);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<?> holder = other.submit(() -> world.tx.required(() -> {
            world.update("update core_account set fax = 'held' where id = ?", saved.id());
            meet(held);
            meet(tried);
            return "";
        }));
        meet(held);
        assertThatThrownBy(() -> world.records.update("account", saved.id(), 1, Map.of("name", "B")))
                .isInstanceOf(BusyException.class);
        meet(tried);
        holder.get(30, TimeUnit.SECONDS);
        other.shutdown();
        assertThat(world.records
                        .update("account", saved.id(), 1, Map.of("name", "B"))
                        .version())
                .isEqualTo(2);
    }

    private interface Job {
        void run(int number);
    }

    private static void together(int threads, Job job) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Callable<Object>> jobs = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            jobs.add(() -> {
                meet(start);
                job.run(number);
                return "";
            });
        }
        try {
            for (Future<Object> done : pool.invokeAll(jobs, 120, TimeUnit.SECONDS)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            pool.shutdown();
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (Exception e) { // outermost: a test that hangs must say so
            throw new IllegalStateException(e);
        }
    }
}
