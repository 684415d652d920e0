package org.salacrm.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.salacrm.api.health.HealthCheck;
import org.salacrm.api.record.BusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each bundle the database once its tables are there: a DataSource with the property {@code crm.unit}. A
 * persistence unit waits for its own, so it never comes before its tables and goes with its bundle. Once the core's own
 * tables are there, the core has its {@link Database}.
 */
@Component(service = HealthCheck.class, immediate = true)
public final class SchemaPublisher implements BundleTrackerCustomizer<String>, HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaPublisher.class);
    private static final long RETRY_SECONDS = 2;
    private static final String CORE = "core";
    private static final int ANSWER_SECONDS = 1;

    private final BundleContext context;
    private final PooledDatabase database;
    private final ExecutorService worker;
    private final BundleTracker<String> bundles;
    /** Asks for the health of the database; a question that hangs makes the next ones wait no longer. */
    private final ExecutorService probe = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "sala-database-health");
        thread.setDaemon(true);
        return thread;
    });

    private final Map<String, ServiceRegistration<?>> published = new ConcurrentHashMap<>();

    @Activate
    public SchemaPublisher(BundleContext context, @Reference PooledDatabase database) {
        this.context = context;
        this.database = database;
        this.worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "sala-schema"));
        this.bundles = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        // The core's tables come first: modules refer to them.
        publish(context.getBundle());
        worker.execute(bundles::open);
    }

    @Deactivate
    public void close() throws InterruptedException {
        probe.shutdownNow();
        worker.shutdownNow();
        worker.awaitTermination(10, TimeUnit.SECONDS);
        bundles.close();
        published.keySet().forEach(this::withdraw);
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Optional<String> trouble() {
        if (!published.containsKey(CORE)) {
            return Optional.of("the tables are not up to date yet");
        }
        try {
            return probe.submit(this::ask).get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return Optional.of("does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("was not asked");
        }
    }

    private Optional<String> ask() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return connection.isValid(ANSWER_SECONDS) ? Optional.empty() : Optional.of("does not answer");
        }
    }

    @Override
    public String addingBundle(Bundle bundle, BundleEvent event) {
        return bundle.equals(context.getBundle()) ? null : publish(bundle);
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, String unit) {
        // Starting or active makes no difference.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, String unit) {
        withdraw(unit);
    }

    private String publish(Bundle bundle) {
        return SchemaSource.of(bundle)
                .map(source -> {
                    worker.execute(() -> migrateThenPublish(source));
                    return source.unit();
                })
                .orElse(null);
    }

    private void migrateThenPublish(SchemaSource source) {
        while (!worker.isShutdown()) {
            try {
                new Migration(database).apply(source);
                publish(source.unit());
                return;
            } catch (BusyException e) {
                LOG.warn("{}; tables of {} wait", e.getMessage(), source.unit());
                pause();
            } catch (RuntimeException e) { // outermost: one bundle's tables must not keep the others away
                LOG.error("Tables of {} could not be made, it stays without a database", source.unit(), e);
                return;
            }
        }
    }

    private void publish(String unit) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("crm.unit", unit);
        published.put(unit, context.registerService(DataSource.class, database.dataSource(), properties));
        if (unit.equals(CORE)) {
            published.put("", context.registerService(Database.class, database, null));
        }
    }

    private void withdraw(String unit) {
        ServiceRegistration<?> registration = published.remove(unit);
        if (registration != null) {
            registration.unregister();
        }
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(RETRY_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
