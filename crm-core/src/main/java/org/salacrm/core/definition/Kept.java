package org.salacrm.core.definition;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Something small read from the database and kept for a few seconds, so that every question need not read it again and
 * another node's change is seen soon. Answers the same instance while nothing changed. Thread-safe.
 */
final class Kept<T> {
    private static final Duration AGE = Duration.ofSeconds(5);

    private final Supplier<T> reader;
    private final Clock clock;
    private final AtomicReference<Read<T>> last = new AtomicReference<>(new Read<>(null, Instant.MIN));

    /** @param value null before the first time */
    private record Read<T>(T value, Instant until) {}

    Kept(Supplier<T> reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    T get() {
        Read<T> known = last.get();
        return clock.instant().isBefore(known.until()) ? known.value() : read();
    }

    void forget() {
        last.updateAndGet(known -> new Read<>(known.value(), Instant.MIN));
    }

    private synchronized T read() {
        Read<T> known = last.get();
        if (clock.instant().isBefore(known.until())) {
            return known.value();
        }
        Instant until = clock.instant().plus(AGE);
        T now = reader.get();
        T value = now.equals(known.value()) ? known.value() : now;
        // Where it was changed while it was read, the next question reads again.
        last.compareAndSet(known, new Read<>(value, until));
        return value;
    }
}
