package org.salacrm.core.record;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/**
 * Leases the node's number from the database for an hour at a time. A node that was killed leaves its number behind;
 * another may have it when the hour is over.
 */
@Component
public final class NodeLease implements NodeNumber {
    private static final Duration TERM = Duration.ofHours(1);
    private static final int TRIES = 20;

    private final Tx tx;
    private final Sql sql;
    private final Clock clock;
    private final String holder = UUID.randomUUID().toString();
    private volatile Lease lease = new Lease(-1, Instant.MIN);

    private record Lease(int number, Instant halfTime) {
        static Lease until(int number, Instant end) {
            return new Lease(number, end.minus(TERM.dividedBy(2)));
        }
    }

    @Activate
    public NodeLease(@Reference Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.sql = new Sql(tx);
        this.clock = clock;
    }

    @Override
    public int get() {
        return isFresh(clock.instant()) ? lease.number() : renewed().number();
    }

    private synchronized Lease renewed() {
        Instant now = clock.instant();
        if (!isFresh(now)) {
            Instant until = now.plus(TERM);
            lease = tx.requiresNew(() -> kept(until)).orElseGet(() -> taken(now, until));
        }
        return lease;
    }

    /** Less than half of the term is over. */
    private boolean isFresh(Instant now) {
        return now.isBefore(lease.halfTime());
    }

    private Optional<Lease> kept(Instant until) {
        int kept = sql.update(
                "update core_node set until_at = ? where node = ? and holder = ?", until, lease.number(), holder);
        return kept == 1 ? Optional.of(Lease.until(lease.number(), until)) : Optional.empty();
    }

    /** The lowest number that nobody holds; somebody else may be quicker, then the next one is tried. */
    private Lease taken(Instant now, Instant until) {
        for (int i = 0; i < TRIES; i++) {
            try {
                Optional<Lease> taken = tx.requiresNew(() -> take(now, until));
                if (taken.isPresent()) {
                    return taken.get();
                }
            } catch (IllegalStateException e) {
                if (Refused.why(e) != Refused.DUPLICATE) {
                    throw e;
                }
            }
        }
        throw new IllegalStateException("no number for this node: core_node has no free row");
    }

    private Optional<Lease> take(Instant now, Instant until) {
        Optional<Integer> free = sql.first(
                "select node from core_node where until_at < ? order by node fetch first 1 rows only",
                row -> row.getInt(1),
                now);
        if (free.isEmpty()) {
            return added(until);
        }
        int won = sql.update(
                "update core_node set holder = ?, until_at = ? where node = ? and until_at < ?",
                holder,
                until,
                free.get(),
                now);
        return won == 1 ? Optional.of(Lease.until(free.get(), until)) : Optional.empty();
    }

    private Optional<Lease> added(Instant until) {
        int next = sql.first("select max(node) + 1 from core_node", row -> row.getInt(1))
                .orElse(0);
        if (next >= Tsids.NODES) {
            throw new IllegalStateException("every number of a node is taken for the next hour");
        }
        sql.update("insert into core_node (node, holder, until_at) values (?, ?, ?)", next, holder, until);
        return Optional.of(Lease.until(next, until));
    }
}
