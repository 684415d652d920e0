package org.salacrm.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.salacrm.core.store.Database.Vendor;
import org.salacrm.core.store.TestStore;
import org.salacrm.core.testing.TestClock;

@RunWith(Parameterized.class)
public class NodeLeaseTest {
    private final TestStore store;
    private final TestClock clock = new TestClock(Instant.parse("2026-11-22T00:00:00Z"));

    public NodeLeaseTest(Vendor vendor) {
        store = vendor == Vendor.DERBY ? TestStore.derby() : TestStore.postgres();
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
    public void everyNodeHasItsOwnNumberUntilItsTimeIsOver() {
        NodeLease first = new NodeLease(store.tx(), clock);
        NodeLease second = new NodeLease(store.tx(), clock);
        assertThat(first.get()).isZero();
        assertThat(second.get()).isEqualTo(1);
        clock.forward(3_000);
        assertThat(first.get()).as("prolonged").isZero();
        clock.forward(1_000);
        assertThat(new NodeLease(store.tx(), clock).get()).as("of the second").isEqualTo(1);
        assertThat(second.get()).as("lost its number").isEqualTo(2);
    }

    @Test
    public void idsRiseAndNeverRepeatEvenWhenTheClockStandsStillOrGoesBack() {
        Tsids ids = new Tsids(clock, () -> 5);
        Set<Long> all = new HashSet<>();
        long last = 0;
        for (int i = 0; i < 20_000; i++) {
            long id = ids.next();
            assertThat(id).isGreaterThan(last);
            all.add(id);
            last = id;
        }
        clock.forward(-60);
        assertThat(ids.next()).isGreaterThan(last);
        assertThat(all).hasSize(20_000);
        assertThat(new Tsids(clock, () -> 6).next()).isNotIn(all);
    }
}
