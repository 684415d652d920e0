package org.salacrm.core.store;

import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks for something now and then, on a thread of its own; what keeps it from that is told once. */
public final class Rounds implements AutoCloseable {
    private final ScheduledExecutorService clock;
    private final Standstill standstill;

    /** @param what it looks for, in the plural */
    public Rounds(String what) {
        this.standstill = new Standstill(what);
        this.clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "sala-" + what.toLowerCase(Locale.ROOT));
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins. */
    public Rounds every(int first, int seconds, Runnable look) {
        clock.scheduleWithFixedDelay(() -> tried(look), first, seconds, TimeUnit.SECONDS);
        return this;
    }

    private void tried(Runnable look) {
        try {
            look.run();
            standstill.goesOn();
        } catch (RuntimeException e) { // outermost: the database or a server may be away; it is looked again
            standstill.waits(e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
