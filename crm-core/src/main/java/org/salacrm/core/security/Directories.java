package org.salacrm.core.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.event.Live;
import org.salacrm.api.record.BusyException;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/**
 * Keeps the directory in memory and notices within a second, on every node, when a user, team, role or right changed;
 * open browsers are told, so that nothing is offered any more that would be refused.
 * Thread-safe.
 */
@Component(service = Directories.class)
public class Directories {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private final Tx tx;
    private final Clock clock;
    private final Sql sql;
    private final DirectoryReader reader;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicReference<Seen> seen = new AtomicReference<>();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Live> browsers = List.of();

    private record Seen(Directory directory, Instant at) {
        boolean outdated() {
            return at.equals(Instant.MIN);
        }
    }

    @Activate
    public Directories(@Reference Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
        this.sql = new Sql(tx);
        this.reader = new DirectoryReader(sql);
    }

    /**
     * The directory as it is, at most a second old. Inside a transaction it is not looked for anew: the transaction may
     * itself be about to change it, and must not wait for others who do.
     */
    public Directory current() {
        Seen now = seen.get();
        if (now == null) {
            return first();
        }
        if (clock.instant().isBefore(now.at().plus(LOOK_EVERY)) || tx.active() || !takesTurn(now)) {
            return now.directory();
        }
        try {
            return look();
        } finally {
            reading.unlock();
        }
    }

    /** One looks while the others go on with what they know; what is known to have changed is waited for by all. */
    private boolean takesTurn(Seen now) {
        if (!now.outdated()) {
            return reading.tryLock();
        }
        try {
            if (reading.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new BusyException("the rights have changed and cannot be read", Duration.ofSeconds(1));
    }

    /** To be called in the transaction that changes users, teams, roles or their rights. */
    public void changed() {
        sql.update("update core_security set version = version + 1 where id = 1");
        tx.afterCommit(this::forget);
    }

    private Directory first() {
        reading.lock();
        try {
            Seen now = seen.get();
            return now == null ? look() : now.directory();
        } finally {
            reading.unlock();
        }
    }

    private Directory look() {
        Instant at = clock.instant();
        Seen now = seen.get();
        Directory directory = tx.required(
                () -> now == null || now.directory().version() != reader.version() ? reader.read() : now.directory());
        // Where something changed while it was read, the next question looks again.
        seen.compareAndSet(now, new Seen(directory, at));
        return directory;
    }

    /** Lets the next question look at once. */
    private void forget() {
        Seen now = seen.get();
        if (now != null) {
            seen.set(new Seen(now.directory(), Instant.MIN));
        }
        browsers.forEach(live -> live.tell(new Live.Message("metadata", 0, Map.of("rights", true))));
    }
}
