package org.salacrm.core.module;

import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.condition.Condition;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/**
 * Lets a module's contributions count: a condition for each module whose bundle is here and whose gate is not closed.
 * Its {@code CrmModule} is targeted at the condition, so closing the gate hides all that the module brings.
 */
@Component(service = ModuleGate.class, immediate = true)
public final class ModuleGate implements BundleTrackerCustomizer<String> {
    private static final String PREFIX = "org.salacrm.module.";

    private final BundleContext context;
    private final BundleTracker<String> bundles;
    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private final Set<String> present = ConcurrentHashMap.newKeySet();
    private final Map<String, ServiceRegistration<Condition>> open = new ConcurrentHashMap<>();

    @Activate
    public ModuleGate(BundleContext context) {
        this.context = context;
        this.bundles = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        this.bundles.open();
    }

    @Deactivate
    public void stop() {
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

    private synchronized void apply(String module) {
        boolean wanted = present.contains(module) && !closed.contains(module);
        if (wanted && !open.containsKey(module)) {
            Hashtable<String, Object> properties = new Hashtable<>();
            properties.put(Condition.CONDITION_ID, PREFIX + module);
            open.put(module, context.registerService(Condition.class, Condition.INSTANCE, properties));
        } else if (!wanted && open.containsKey(module)) {
            open.remove(module).unregister();
        }
    }

    @Override
    public String addingBundle(Bundle bundle, BundleEvent event) {
        String module = bundle.getHeaders("").get(ModuleFile.HEADER);
        if (module != null) {
            present.add(module);
            apply(module);
        }
        return module;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, String module) {
        // Starting or active makes no difference.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, String module) {
        present.remove(module);
        apply(module);
    }
}
