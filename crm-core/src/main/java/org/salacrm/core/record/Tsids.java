package org.salacrm.core.record;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.Ids;

/**
 * Ids made of 41 bits of time, 10 bits of node and 12 bits of counter: they sort by time and need no database. A clock
 * that goes back, or more than 4096 ids in a millisecond, only makes ids run ahead of the clock.
 */
@Component
public final class Tsids implements Ids {
    private static final long EPOCH = 1_704_067_200_000L; // 2024-01-01, so that ids stay positive until 2093
    private static final int COUNTER_BITS = 12;
    private static final int NODE_BITS = 10;
    static final int NODES = 1 << NODE_BITS;

    private final Clock clock;
    private final NodeNumber node;
    /** Time and counter without the node. */
    private final AtomicLong last = new AtomicLong();

    @Activate
    public Tsids(@Reference Clock clock, @Reference NodeNumber node) {
        this.clock = clock;
        this.node = node;
    }

    @Override
    public long next() {
        long now = clock.millis() - EPOCH << COUNTER_BITS;
        LongUnaryOperator step = before -> Math.max(before + 1, now);
        long ticks = last.updateAndGet(step);
        long time = ticks >> COUNTER_BITS;
        long counter = ticks & (1 << COUNTER_BITS) - 1;
        return time << NODE_BITS + COUNTER_BITS | (long) node.get() << COUNTER_BITS | counter;
    }
}
