package org.salacrm.core.module;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.persistence.EntityManagerFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;
import org.salacrm.api.module.CrmModule;
import org.salacrm.core.store.SchemaSource;

/** Waits until a module is really there: its front door and its persistence unit. */
final class Presence {
    private final BundleContext context;

    Presence(BundleContext context) {
        this.context = context;
    }

    /** @throws IllegalStateException naming what did not come in time */
    void await(ModuleFile file, List<Path> bundles, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        for (Path bundle : bundles) {
            SchemaSource.of(bundle)
                    .ifPresent(source -> await(
                            "(&(objectClass=" + EntityManagerFactory.class.getName() + ")(osgi.unit.name="
                                    + source.unit() + "))",
                            "the persistence unit " + source.unit(),
                            end));
        }
        await(
                "(&(objectClass=" + CrmModule.class.getName() + ")(service.bundleid=" + bundleId(file) + "))",
                "the service CrmModule of " + file.id(),
                end);
    }

    private long bundleId(ModuleFile file) {
        for (org.osgi.framework.Bundle bundle : context.getBundles()) {
            if (file.id().equals(bundle.getHeaders("").get(ModuleFile.HEADER))
                    && bundle.getVersion().equals(file.version())) {
                return bundle.getBundleId();
            }
        }
        throw new IllegalStateException("no bundle of module " + file.id() + " " + file.version() + " was installed");
    }

    private void await(String filter, String what, long end) {
        try {
            ServiceTracker<Object, Object> tracker =
                    new ServiceTracker<>(context, FrameworkUtil.createFilter(filter), null);
            tracker.open(true);
            try {
                long left = Math.max(1, (end - System.nanoTime()) / 1_000_000);
                if (tracker.waitForService(left) == null) {
                    throw new IllegalStateException(what + " did not come up in time");
                }
            } finally {
                tracker.close();
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + what, e);
        }
    }
}
