package org.salacrm.core.record;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.UnknownEntityException;
import org.salacrm.api.record.BusyException;
import org.salacrm.core.record.outbox.Bell;
import org.salacrm.core.store.Tx;

/**
 * Runs writes in transactions: work inside work joins, the outermost writes the journal, and is run again when it lost
 * a race for a lock or for a unique value. Thread-safe.
 */
final class Transactions {
    /** Of all who change one record at the same time one wins each time: so many may meet, within our patience. */
    private static final int TRIES = 16;

    private static final int LONGEST_PAUSE_MS = 64;
    /** A lock that was waited for so long is not waited for again. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Tx tx;
    private final EntityTypes types;
    private final Journal journal;
    private final KeptRows kept;
    private final Bell bell;
    private final Gates gates;
    private final ThreadLocal<Running> running = new ThreadLocal<>();

    /** @param em tells one transaction from another that was begun inside it */
    private record Running(Work work, String unit, EntityManager em) {}

    Transactions(Ground ground, Journal journal, Bell bell, Gates gates) {
        this.tx = ground.tx();
        this.types = ground.types();
        this.journal = journal;
        this.kept = new KeptRows(ground.tx());
        this.bell = bell;
        this.gates = gates;
    }

    <T> T run(Supplier<T> work) {
        if (isRunning()) {
            return work.get();
        }
        return tx.active() ? leaving(new Work(), gathered -> begun(work, gathered)) : outermost(work);
    }

    /** What the running transaction has done so far. */
    Work work() {
        return running.get().work();
    }

    /** Under which number it is kept how to undo what the running transaction does, 0 for none. */
    long undo() {
        return isRunning() ? work().undo() : 0;
    }

    private boolean isRunning() {
        Running now = running.get();
        return now != null && tx.active() && tx.em(now.unit()) == now.em();
    }

    private <T> T outermost(Supplier<T> work) {
        long start = System.nanoTime();
        for (int tried = 1; ; tried++) {
            try {
                return leaving(new Work(), gathered -> tx.required(() -> begun(work, gathered)));
            } catch (StatementException | IllegalStateException | PersistenceException | BusyException e) {
                Refused why = Refused.why(e); // Sql says it with an IllegalStateException
                if (why == Refused.AWAY) {
                    throw e instanceof BusyException ? e : new BusyException("the database is away", SOON, e);
                }
                boolean patient = tried < TRIES && System.nanoTime() - start < PATIENCE.toNanos();
                if (!patient || why == Refused.OTHER) {
                    throw why == Refused.LOST_RACE ? new BusyException("a lock is held", SOON, e) : e;
                }
                long pause = Math.min(LONGEST_PAUSE_MS, 1L << 2 * tried);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L * pause));
            }
        }
    }

    /** Leaves the gates when all is done, also the commit. */
    private static <T> T leaving(Work gathered, Function<Work, T> work) {
        try {
            return work.apply(gathered);
        } finally {
            gathered.leave();
        }
    }

    /** The entity behind its gate: until the transaction ends nobody changes its tables, and its module stays. */
    EntityType pass(String entity) {
        work().pass(entity, gates);
        tx.use(types.get(entity).module());
        return types.get(entity); // once more: its module may have gone before we said that we use it
    }

    /** An entity that went while it was worked with, which explains whatever was refused. */
    private Optional<String> absent(Work gathered) {
        return gathered.entities().stream()
                .filter(entity -> types.find(entity).isEmpty())
                .findFirst();
    }

    private <T> T begun(Supplier<T> work, Work gathered) {
        tx.connection(); // a database that is away is found out here, not by EclipseLink
        Running before = running.get();
        running.set(new Running(gathered, "core", tx.em("core")));
        try {
            T result = work.get();
            gathered.entities().forEach(types::get); // whose module went on the way was written without its rules
            if (gathered.isSpoiled()) {
                throw new PersistenceException("a write failed half-way; nothing of this transaction is kept");
            }
            if (!gathered.entries().isEmpty()) {
                journal.write(gathered.entries());
                tx.afterCommit(bell::ring);
            }
            if (!gathered.kept().isEmpty()) {
                kept.write(gathered.kept());
            }
            return result;
        } catch (RuntimeException e) { // outermost: only translated
            throw absent(gathered)
                    .map(entity -> (RuntimeException) new UnknownEntityException(entity).initCause(e))
                    .orElse(e);
        } finally {
            if (before == null) {
                running.remove();
            } else {
                running.set(before);
            }
        }
    }
}
