package org.salacrm.core.health;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a bundle once more that the framework could not start. It tries only once, and it fails when something that
 * takes part in resolving goes at that very moment ("Resolver hook service unregistered during resolve"), which was
 * seen at a start with an empty cache: without its web server Sala would have waited for ever.
 */
@Component(service = FrameworkListener.class, immediate = true)
public final class LateStarts implements FrameworkListener {
    private static final Logger LOG = LoggerFactory.getLogger(LateStarts.class);

    private final BundleContext context;

    @Activate
    public LateStarts(BundleContext context) {
        this.context = context;
        context.addFrameworkListener(this);
    }

    @Deactivate
    public void stop() {
        context.removeFrameworkListener(this);
    }

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED) {
            for (Bundle bundle : context.getBundles()) {
                if (isLeftBehind(bundle)) {
                    start(bundle);
                }
            }
        }
    }

    private static boolean isLeftBehind(Bundle bundle) {
        BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
        return (bundle.getState() & (Bundle.INSTALLED | Bundle.RESOLVED)) != 0
                && bundle.getHeaders().get("Fragment-Host") == null
                && level != null
                && level.isPersistentlyStarted();
    }

    private static void start(Bundle bundle) {
        try {
            bundle.start(Bundle.START_ACTIVATION_POLICY);
            LOG.warn("{} did not start at first and was started again", bundle.getSymbolicName());
        } catch (BundleException e) {
            LOG.error("{} cannot be started", bundle.getSymbolicName(), e);
        }
    }
}
