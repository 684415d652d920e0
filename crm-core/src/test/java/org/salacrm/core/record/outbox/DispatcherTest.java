package org.salacrm.core.record.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.salacrm.api.event.RecordEvent;
import org.salacrm.api.event.RecordListener;
import org.salacrm.core.store.Database.Vendor;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.TestStore;
import org.salacrm.core.testing.TestClock;

@RunWith(Parameterized.class)
public class DispatcherTest {
    private final TestStore store;
    private final Sql sql;
    private final TestClock clock = new TestClock(Instant.parse("2026-11-22T00:00:00Z"));
    private final Dispatcher dispatcher;
    private final Ear one = new Ear("one");
    private final Ear two = new Ear("two");
    private long rows;

    public DispatcherTest(Vendor vendor) {
        store = vendor == Vendor.DERBY ? TestStore.derby() : TestStore.postgres();
        sql = new Sql(store.tx());
        dispatcher = new Dispatcher(store.tx(), clock);
    }

    @Parameters(name = "{0}")
    public static Vendor[] vendors() {
        return Vendor.values();
    }

    @After
    public void close() {
        store.close();
    }

    @Test
    public void everyListenerHearsEveryEventOnceInTheOrderOfVersions() {
        write(event(7, 2), event(8, 1));
        write(event(7, 1));
        work(one, two);
        assertThat(one.heard).containsExactly("7 v1", "8 v1", "7 v2");
        assertThat(two.heard).isEqualTo(one.heard);
        work(one, two);
        assertThat(one.heard).hasSize(3);
        assertThat(count("core_outbox")).isZero();
    }

    @Test
    public void aRowThatAppearsBehindTheOthersIsTold() {
        rows = 100;
        write(event(1, 1));
        work(one);
        rows = 50;
        write(event(2, 1));
        work(one);
        assertThat(one.heard).containsExactly("1 v1", "2 v1");
    }

    @Test
    public void whoFailsIsToldAgainInOrderWhileOthersGoOn() {
        write(event(1, 1));
        work(one, two);
        two.failing = true;
        write(event(1, 2));
        write(event(1, 3));
        work(one, two);
        write(event(1, 4));
        work(one, two);
        assertThat(one.heard).containsExactly("1 v1", "1 v2", "1 v3", "1 v4");
        assertThat(two.heard).containsExactly("1 v1");
        two.failing = false;
        work(one, two);
        assertThat(two.heard).as("left alone for a while").containsExactly("1 v1");
        clock.forward(600);
        work(one, two);
        assertThat(two.heard).isEqualTo(one.heard);
        assertThat(count("core_backlog")).isZero();
        write(event(1, 5));
        work(one, two);
        assertThat(two.heard).isEqualTo(one.heard);
    }

    @Test
    public void whoIsAwayHearsItLater() {
        work(one, two);
        write(event(1, 1));
        work(one);
        assertThat(count("core_outbox")).isZero();
        write(event(1, 2));
        clock.forward(10);
        work(one, two);
        assertThat(two.heard).containsExactly("1 v1", "1 v2");
    }

    @Test
    public void anotherDispatcherGoesOnAfterOneThatDied() {
        write(event(1, 1));
        two.failing = true;
        work(one, two);
        write(event(1, 2));
        two.failing = false;
        Dispatcher next = new Dispatcher(store.tx(), clock);
        assertThat(next.round(List.of(one, two))).isFalse();
        assertThat(one.heard).containsExactly("1 v1");
        clock.forward(60);
        while (next.round(List.of(one, two))) {
            assertThat(one.heard).hasSizeLessThan(10);
        }
        assertThat(one.heard).containsExactly("1 v1", "1 v2");
        assertThat(two.heard).containsExactly("1 v1", "1 v2");
    }

    @Test
    public void whoIsNeverSeenAgainIsForgotten() {
        work(one, two);
        write(event(1, 1));
        work(one);
        assertThat(count("core_backlog")).isEqualTo(1);
        clock.forward(8 * 86_400);
        write(event(1, 2));
        work(one);
        assertThat(count("core_backlog")).isZero();
    }

    @Test
    public void moreThanOneBatchIsToldInOneGo() {
        for (int i = 1; i <= 450; i++) {
            write(event(i, 1));
        }
        work(one);
        assertThat(one.heard).hasSize(450);
    }

    private void work(Ear... ears) {
        boolean more = true;
        while (more) {
            more = dispatcher.round(List.of(ears));
        }
    }

    private void write(RecordEvent... events) {
        sql.update("insert into core_outbox (id, events) values (?, ?)", ++rows, EventText.write(List.of(events)));
    }

    private static RecordEvent event(long id, int version) {
        Instant at = Instant.parse("2026-11-22T00:00:00Z");
        return new RecordEvent(id * 10 + version, "account", id, version, "update", Set.of("name"), 1, 2, 3, "x", at);
    }

    private int count(String table) {
        return sql.first("select count(*) from " + table, row -> row.getInt(1)).orElseThrow();
    }

    private static final class Ear implements RecordListener {
        private final String name;
        private final List<String> heard = new ArrayList<>();
        private boolean failing;

        Ear(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void on(List<RecordEvent> events) {
            if (failing) {
                throw new IllegalStateException("deaf");
            }
            events.forEach(event -> heard.add(event.id() + " v" + event.version()));
        }
    }
}
