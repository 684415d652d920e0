package org.salacrm.core.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The time of the machine, for everybody who asks what time it is, in microseconds: what is finer only one of the two
 * databases would keep. Tests put another clock in its place.
 */
@Component(service = {Clock.class, SystemClock.class})
public class SystemClock extends Clock {
    private final Clock clock;
    private final ThreadLocal<Instant> past;

    @Activate
    public SystemClock() {
        this(Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS)), new ThreadLocal<>());
    }

    private SystemClock(Clock clock, ThreadLocal<Instant> past) {
        this.clock = clock;
        this.past = past;
    }

    /** Does work as if it were another time, for whoever asks on this thread: to write down what happened before. */
    public <T> T at(Instant time, Supplier<T> work) {
        Instant outer = past.get();
        past.set(time);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                past.remove();
            } else {
                past.set(outer);
            }
        }
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SystemClock(clock.withZone(zone), past);
    }

    @Override
    public Instant instant() {
        Instant then = past.get();
        return then == null ? clock.instant() : then;
    }
}
