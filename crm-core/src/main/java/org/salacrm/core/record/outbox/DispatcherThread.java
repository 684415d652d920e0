package org.salacrm.core.record.outbox;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.event.RecordListener;
import org.salacrm.core.store.Standstill;
import org.salacrm.core.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the outbox empty: wakes when something was written here, and now and then for what others wrote. */
@Component(service = Bell.class, immediate = true)
public final class DispatcherThread implements Bell {
    private static final Logger LOG = LoggerFactory.getLogger(DispatcherThread.class);
    private static final long LOOK_MS = 1_000;
    /** Gathers the events of busy moments into one batch. */
    private static final long GATHER_MS = 30;

    private static final long PAUSE_MS = 3_000;

    private final Dispatcher dispatcher;
    private final Semaphore rung = new Semaphore(0);
    private final Standstill standstill = new Standstill("Events");
    private final Thread thread;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<RecordListener> listeners = List.of();

    @Activate
    public DispatcherThread(@Reference Tx tx, @Reference Clock clock) {
        this.dispatcher = new Dispatcher(tx, clock);
        this.thread = new Thread(this::run, "sala-outbox");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    @Deactivate
    public void stop() throws InterruptedException {
        thread.interrupt();
        thread.join(PAUSE_MS);
    }

    /** Without a container: the listeners are given by hand. */
    public void listen(List<RecordListener> others) {
        listeners = List.copyOf(others);
        ring();
    }

    @Override
    public void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                rung.tryAcquire(LOOK_MS, TimeUnit.MILLISECONDS);
                Thread.sleep(GATHER_MS);
                rung.drainPermits();
                tellAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            leave();
        }
    }

    /** Another node, or this one after its next start, need not wait until the term is over. */
    private void leave() {
        Thread.interrupted();
        try {
            dispatcher.leave();
        } catch (RuntimeException e) { // outermost: the database may be away; the term ends by itself
            LOG.debug("The outbox is left to whoever comes after the term", e);
        }
    }

    private void tellAll() throws InterruptedException {
        try {
            while (!Thread.currentThread().isInterrupted() && dispatcher.round(listeners)) {
                rung.drainPermits();
            }
            standstill.goesOn();
        } catch (RuntimeException e) { // outermost: the database may be away; the events wait in it
            standstill.waits(e);
            Thread.sleep(PAUSE_MS);
        }
    }
}
