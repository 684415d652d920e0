package org.salacrm.core.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The time of the machine, for everybody who asks what time it is; tests put another clock in its place. */
@Component(service = Clock.class)
public class SystemClock extends Clock {
    private final Clock clock;

    @Activate
    public SystemClock() {
        this(ZoneOffset.UTC);
    }

    private SystemClock(ZoneId zone) {
        this.clock = Clock.system(zone);
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SystemClock(zone);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }
}
