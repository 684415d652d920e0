package org.salacrm.core.store;

import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import javax.transaction.HeuristicMixedException;
import javax.transaction.HeuristicRollbackException;
import javax.transaction.InvalidTransactionException;
import javax.transaction.NotSupportedException;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import javax.transaction.TransactionSynchronizationRegistry;
import org.eclipse.persistence.sessions.DatabaseSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.CollectionType;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.record.BusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions over all persistence units: they share one connection, so nothing is prepared in two phases. */
@Component
public final class JtaTx implements Tx, UnitUse {
    private static final Logger LOG = LoggerFactory.getLogger(JtaTx.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final TransactionManager transactions;
    private final TransactionSynchronizationRegistry registry;
    private final Database database;
    private final Map<String, Integer> inUse = new HashMap<>();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            collectionType = CollectionType.TUPLE,
            fieldOption = FieldOption.REPLACE,
            target = "(osgi.unit.name=*)")
    private volatile List<Map.Entry<Map<String, Object>, EntityManagerFactory>> units = List.of();

    /** @param tables the database, published once the core's tables are there: nothing works before that */
    @Activate
    public JtaTx(
            @Reference TransactionManager transactions,
            @Reference TransactionSynchronizationRegistry registry,
            @Reference Database database,
            @Reference(target = "(crm.unit=core)") DataSource tables) {
        this.transactions = transactions;
        this.registry = registry;
        this.database = database;
    }

    /** Without a container: the persistence units are given by hand. */
    JtaTx(
            TransactionManager transactions,
            TransactionSynchronizationRegistry registry,
            Database database,
            Map<String, EntityManagerFactory> units) {
        this(transactions, registry, database, database.dataSource());
        this.units = units.entrySet().stream()
                .map(unit -> Map.entry(Map.<String, Object>of("osgi.unit.name", unit.getKey()), unit.getValue()))
                .toList();
    }

    @Override
    public <T> T required(Supplier<T> work) {
        return active() ? join(work) : begin(work);
    }

    @Override
    public <T> T requiresNew(Supplier<T> work) {
        Transaction waiting = ask(transactions::suspend);
        try {
            return begin(work);
        } finally {
            if (waiting != null) {
                tell(() -> transactions.resume(waiting));
            }
        }
    }

    @Override
    public boolean active() {
        int status = ask(transactions::getStatus);
        return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    public void use(String unit) {
        if (resources().use(unit)) {
            count(unit, 1);
        }
    }

    @Override
    public EntityManager em(String unit) {
        use(unit);
        return resources().em(unit, name -> open(factory(name)));
    }

    /** Left to itself, EclipseLink asks a lost database three times, five seconds apart. */
    private static EntityManager open(EntityManagerFactory unit) {
        unit.unwrap(DatabaseSession.class).getLogin().setQueryRetryAttemptCount(0);
        return unit.createEntityManager();
    }

    @Override
    public Connection connection() {
        return resources().connection(database.dataSource());
    }

    @Override
    public void afterCommit(Runnable work) {
        resources().afterCommit(work);
    }

    /** What fails inside must not be saved, even if the caller around it goes on. */
    private <T> T join(Supplier<T> work) {
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                tell(transactions::setRollbackOnly);
            }
        }
    }

    private <T> T begin(Supplier<T> work) {
        tell(transactions::begin);
        TxResources resources = new TxResources(unit -> count(unit, -1));
        registry.putResource(TxResources.class, resources);
        T result;
        boolean done = false;
        try {
            result = work.get();
            done = true;
        } catch (RuntimeException e) { // outermost: only translated
            throw StoreBusyException.from(e).<RuntimeException>map(busy -> busy).orElse(e);
        } finally {
            if (!done) {
                rollback(resources);
            }
        }
        commit(resources);
        return result;
    }

    private void commit(TxResources resources) {
        try {
            transactions.commit();
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException e) {
            throw failedCommit(e);
        } finally {
            resources.close();
        }
        resources.committed();
    }

    private static RuntimeException failedCommit(Exception e) {
        return StoreBusyException.from(e)
                .<RuntimeException>map(busy -> busy)
                .orElseGet(() -> e.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException("The transaction was rolled back", e));
    }

    private void rollback(TxResources resources) {
        try {
            transactions.rollback();
        } catch (IllegalStateException | SystemException e) {
            LOG.warn("No rollback, the database takes all back when the connection ends: {}", e.getMessage());
        } finally {
            resources.close();
        }
    }

    private TxResources resources() {
        if (!active()) {
            throw new IllegalStateException("There is no transaction: use required or requiresNew");
        }
        return (TxResources) registry.getResource(TxResources.class);
    }

    @Override
    public boolean awaitIdle(String unit, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        synchronized (inUse) {
            long left = most.toMillis();
            while (inUse.containsKey(unit) && left > 0) {
                try {
                    inUse.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
                left = (end - System.nanoTime()) / 1_000_000;
            }
            return !inUse.containsKey(unit);
        }
    }

    private void count(String unit, int more) {
        synchronized (inUse) {
            inUse.merge(unit, more, (a, b) -> a + b == 0 ? null : Integer.valueOf(a + b));
            inUse.notifyAll();
        }
    }

    private EntityManagerFactory factory(String unit) {
        return units.stream()
                .filter(entry -> unit.equals(entry.getKey().get("osgi.unit.name")))
                .findFirst()
                .orElseThrow(() -> new BusyException("The persistence unit " + unit + " is not there", SOON))
                .getValue();
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tell(Command command) {
        try {
            command.run();
        } catch (InvalidTransactionException | NotSupportedException | SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Question<T> {
        T ask() throws SystemException;
    }

    private interface Command {
        void run() throws InvalidTransactionException, NotSupportedException, SystemException;
    }
}
