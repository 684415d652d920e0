package org.salacrm.rest.event;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.salacrm.api.event.Live.Message;

/**
 * What was told within the last seconds. A page asks for what it shows before its line is open; what was told in
 * between would be missed. Thread-safe.
 */
final class Latest {
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST = 1000;

    private final LongSupplier nanos;
    private final Deque<Told> told = new ArrayDeque<>();
    /** When the newest of those was told that had no room here. */
    private long dropped;

    private record Told(long at, Message message) {}

    /** @param nanos the clock, as {@link System#nanoTime} */
    Latest(LongSupplier nanos) {
        this.nanos = nanos;
        this.dropped = nanos.getAsLong() - KEPT.toNanos();
    }

    synchronized void add(Message message) {
        long now = nanos.getAsLong();
        while (!told.isEmpty() && (told.size() >= MOST || now - told.getFirst().at > KEPT.toNanos())) {
            dropped = told.removeFirst().at;
        }
        told.addLast(new Told(now, message));
    }

    /**
     * Whether something was told so shortly ago.
     *
     * @param age how far to look back; where not all of it is known, something was
     */
    boolean any(Duration age, Predicate<Message> concerns) {
        long from = nanos.getAsLong() - age.toNanos();
        List<Told> known;
        synchronized (this) {
            if (dropped - from > 0) {
                return true;
            }
            known = List.copyOf(told);
        }
        return known.stream().anyMatch(one -> one.at - from > 0 && concerns.test(one.message));
    }
}
