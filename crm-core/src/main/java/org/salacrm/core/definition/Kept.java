package org.salacrm.core.definition;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Something small read from the database and kept for a few seconds, so that every question need not read it again and
 * another node's change is seen soon. Answers the same instance while nothing changed. Thread-safe.
 */
final class Kept<T> {
    private static final Duration AGE = Duration.ofSeconds(5);

    private final Supplier<T> reader;
    private final Clock clock;
    private volatile T value;
    private volatile Instant until = Instant.MIN;

    Kept(Supplier<T> reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    T get() {
        if (clock.instant().isBefore(until)) {
            return value;
        }
        return read();
    }

    void forget() {
        until = Instant.MIN;
    }

    private synchronized T read() {
        if (!clock.instant().isBefore(until)) {
            Instant next = clock.instant().plus(AGE);
            T now = reader.get();
            if (!now.equals(value)) {
                value = now;
            }
            until = next;
        }
        return value;
    }
}
