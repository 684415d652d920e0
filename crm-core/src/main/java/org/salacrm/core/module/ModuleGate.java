package org.salacrm.core.module;

import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.persistence.EntityManagerFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.condition.Condition;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.salacrm.core.health.WaitingComponents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a module's contributions count: a condition for each module whose bundle is here and whose gate is not closed.
 * Its {@code CrmModule} is targeted at the condition, so closing the gate hides all that the module brings. The gate
 * opens when everything else in the bundle is at work: a record is never written without the hooks of its module.
 */
@Component(service = ModuleGate.class, immediate = true)
public final class ModuleGate implements BundleTrackerCustomizer<String> {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleGate.class);
    private static final String PREFIX = "org.salacrm.module.";
    private static final String EVERY_MODULE = "";
    private static final long LOOK_AGAIN_MS = 50;
    private static final long LATE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final BundleContext context;
    private final WaitingComponents components;
    private final BundleTracker<String> bundles;
    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private final Map<String, Bundle> present = new ConcurrentHashMap<>();
    private final Map<String, ServiceRegistration<Condition>> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "sala-module-gate");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public ModuleGate(BundleContext context, @Reference ServiceComponentRuntime runtime) {
        this.context = context;
        this.components = new WaitingComponents(runtime);
        this.bundles = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        this.bundles.open();
    }

    @Deactivate
    public void stop() {
        looking.shutdownNow();
        bundles.close();
    }

    void close(String module) {
        closed.add(module);
        apply(module);
    }

    void open(String module) {
        closed.remove(module);
        apply(module);
    }

    boolean isClosed(String module) {
        return closed.contains(module);
    }

    /** What a module's parts wait for, in words for the log; empty when there is nothing to wait for. */
    Optional<String> waiting(String module) {
        Bundle bundle = present.get(module);
        if (bundle == null) {
            return Optional.of("its bundle is not there");
        }
        if (bundle.getState() != Bundle.ACTIVE || !components.knows(bundle)) {
            return Optional.of("its bundle is just starting");
        }
        return hasUnit(module, bundle)
                ? components.among(Condition.class, bundle)
                : Optional.of("its persistence unit is not there");
    }

    /** Whether its records can be written, where it has any; the unit is called as the module. */
    private boolean hasUnit(String module, Bundle bundle) {
        try {
            return bundle.getHeaders("").get("Meta-Persistence") == null
                    || context.getAllServiceReferences(
                                    EntityManagerFactory.class.getName(), "(osgi.unit.name=" + module + ")")
                            != null;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void apply(String module) {
        boolean wanted = present.containsKey(module) && !closed.contains(module);
        if (!wanted && open.containsKey(module)) {
            open.remove(module).unregister();
        } else if (wanted && !open.containsKey(module)) {
            openWhenComplete(module, System.nanoTime() + LATE_NANOS);
        }
    }

    private synchronized void openWhenComplete(String module, long late) {
        if (open.containsKey(module) || closed.contains(module) || !present.containsKey(module)) {
            return;
        }
        Optional<String> waiting = waiting(module);
        if (waiting.isEmpty()) {
            Hashtable<String, Object> properties = new Hashtable<>();
            properties.put(Condition.CONDITION_ID, PREFIX + module);
            open.put(module, context.registerService(Condition.class, Condition.INSTANCE, properties));
            return;
        }
        boolean isLate = System.nanoTime() > late;
        if (isLate) {
            LOG.warn("The module {} cannot work yet: {}", module, waiting.get());
        }
        long next = isLate ? Long.MAX_VALUE : late;
        looking.schedule(() -> openWhenComplete(module, next), LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public String addingBundle(Bundle bundle, BundleEvent event) {
        if (bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            return EVERY_MODULE;
        }
        String module = bundle.getHeaders("").get(ModuleFile.HEADER);
        if (module != null) {
            present.put(module, bundle);
            apply(module);
        }
        return module;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, String module) {
        // Starting or active makes no difference.
    }

    /** When everything stops, the doors are closed first: the parts of a module do not stop all at once. */
    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, String module) {
        if (module.equals(EVERY_MODULE)) {
            present.keySet().forEach(this::close);
        } else if (present.remove(module, bundle)) {
            apply(module);
        }
    }
}
