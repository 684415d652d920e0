package org.salacrm.core.record;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import org.salacrm.api.record.BusyException;
import org.salacrm.core.record.outbox.Bell;
import org.salacrm.core.store.Tx;

/**
 * Runs writes in transactions: work inside work joins, the outermost writes the journal, and is run again when it lost
 * a race for a lock or for a unique value. Thread-safe.
 */
final class Transactions {
    private static final int TRIES = 4;
    /** A lock that was waited for so long is not waited for again. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Tx tx;
    private final Journal journal;
    private final Bell bell;
    private final ThreadLocal<Running> running = new ThreadLocal<>();

    /** @param em tells one transaction from another that was begun inside it */
    private record Running(Work work, String unit, EntityManager em) {}

    Transactions(Tx tx, Journal journal, Bell bell) {
        this.tx = tx;
        this.journal = journal;
        this.bell = bell;
    }

    <T> T run(Supplier<T> work) {
        if (isRunning()) {
            return work.get();
        }
        return tx.active() ? begun(work) : outermost(work);
    }

    /** What the running transaction has done so far. */
    Work work() {
        return running.get().work();
    }

    private boolean isRunning() {
        Running now = running.get();
        return now != null && tx.active() && tx.em(now.unit()) == now.em();
    }

    private <T> T outermost(Supplier<T> work) {
        long start = System.nanoTime();
        for (int tried = 1; ; tried++) {
            try {
                return tx.required(() -> begun(work));
            } catch (StatementException | PersistenceException | BusyException e) {
                Refused why = Refused.why(e);
                if (why == Refused.AWAY) {
                    throw e instanceof BusyException ? e : new BusyException("the database is away", SOON, e);
                }
                boolean patient = tried < TRIES && System.nanoTime() - start < PATIENCE.toNanos();
                if (!patient || why == Refused.OTHER) {
                    throw why == Refused.LOST_RACE ? new BusyException("a lock is held", SOON, e) : e;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L << 2 * tried));
            }
        }
    }

    private <T> T begun(Supplier<T> work) {
        Running before = running.get();
        Work gathered = new Work();
        running.set(new Running(gathered, "core", tx.em("core")));
        try {
            T result = work.get();
            if (gathered.isSpoiled()) {
                throw new PersistenceException("a write failed half-way; nothing of this transaction is kept");
            }
            if (!gathered.entries().isEmpty()) {
                journal.write(gathered.entries());
                tx.afterCommit(bell::ring);
            }
            return result;
        } finally {
            if (before == null) {
                running.remove();
            } else {
                running.set(before);
            }
        }
    }
}
