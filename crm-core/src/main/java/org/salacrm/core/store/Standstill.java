package org.salacrm.core.store;

import java.util.concurrent.atomic.AtomicBoolean;
import org.salacrm.api.record.BusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log once that something waits and once that it goes on, however often it is tried in between. */
public final class Standstill {
    private static final Logger LOG = LoggerFactory.getLogger(Standstill.class);

    private final String what;
    private final AtomicBoolean waits = new AtomicBoolean();

    /** @param what in the plural, to begin a sentence with */
    public Standstill(String what) {
        this.what = what;
    }

    /** It was tried in vain. */
    public void waits(Object why) {
        if (waits.compareAndSet(false, true)) {
            // A server that is away says all by its name; where anything else went wrong has to be found.
            boolean known = !(why instanceof RuntimeException) || why instanceof BusyException;
            LOG.warn("{} wait: {}", what, why, known ? null : why);
        } else {
            LOG.debug("{} still wait: {}", what, why);
        }
    }

    /** It works. */
    public void goesOn() {
        if (waits.compareAndSet(true, false)) {
            LOG.info("{} go on", what);
        }
    }
}
