package org.salacrm.core.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.condition.Condition;

/**
 * Lets the database be opened: a condition that {@link PooledDatabase} waits for. While it is closed nothing works with
 * the database and another one can take its place; afterwards everything begins anew and remembers nothing. It stays
 * closed in a process that was started only to write or restore a backup.
 */
@Component(service = DatabaseGate.class, immediate = true)
public final class DatabaseGate {
    static final String TARGET = "(osgi.condition.id=org.salacrm.database)";

    private final BundleContext context;
    private ServiceRegistration<Condition> open;

    @Activate
    public DatabaseGate(BundleContext context) {
        this.context = context;
        if (System.getProperty("sala.alone", "").isEmpty()) {
            open();
        }
    }

    /** What is done to the files or tables of a database that nobody has open. */
    public interface Work {
        void run() throws SQLException, IOException;
    }

    /** Does work while nobody has the database open. */
    public synchronized void closed(Work work) throws SQLException, IOException {
        boolean wasOpen = open != null;
        if (wasOpen) {
            open.unregister();
        }
        try {
            work.run();
        } finally {
            if (wasOpen) {
                open();
            }
        }
    }

    private void open() {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(Condition.CONDITION_ID, "org.salacrm.database");
        open = context.registerService(Condition.class, Condition.INSTANCE, properties);
    }
}
