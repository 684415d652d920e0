package org.salacrm.core.record;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.salacrm.api.record.BusyException;
import org.salacrm.api.record.RecordHook;

/**
 * One gate per entity of this node: writes pass it together, a change of the entity's tables passes it alone, so that
 * neither waits for the other inside the database. There is none before all hooks of the core are there, so that
 * nothing is written past them; those of modules are seen to by the gate of their module. Thread-safe.
 */
@Component(
        service = Gates.class,
        reference =
                @Reference(
                        name = Gates.HOOKS,
                        service = RecordHook.class,
                        cardinality = ReferenceCardinality.MULTIPLE,
                        policy = ReferencePolicy.DYNAMIC,
                        target = "(component.name=org.salacrm.core.*)"),
        property = Gates.HOOKS + ".cardinality.minimum:Integer=8")
public final class Gates {
    static final String HOOKS = "coreHooks";

    private static final long WAIT_MS = 5_000;
    private final Map<String, ReentrantReadWriteLock> gates = new ConcurrentHashMap<>();

    @Activate
    public Gates() {
        // nothing to wait for
    }

    /** Goes in to write; the same thread must leave. A thread that is in may go in again. */
    Lock enter(String entity) {
        Lock write = gate(entity).readLock();
        pass(write, entity);
        return write;
    }

    /** Does work while nobody is in. */
    public <T> T closed(String entity, Supplier<T> work) {
        Lock alone = gate(entity).writeLock();
        pass(alone, entity);
        try {
            return work.get();
        } finally {
            alone.unlock();
        }
    }

    private ReentrantReadWriteLock gate(String entity) {
        return gates.computeIfAbsent(entity, name -> new ReentrantReadWriteLock());
    }

    private static void pass(Lock lock, String entity) {
        try {
            if (lock.tryLock(WAIT_MS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new BusyException("the tables of " + entity + " are being changed", Duration.ofSeconds(1));
    }
}
