package org.salacrm.core.module;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.health.HealthCheck;
import org.salacrm.api.record.BusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings this node to the modules that the database says are installed; until that is done it is not ready. */
@Component(service = HealthCheck.class, immediate = true)
public final class ModuleFollower implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleFollower.class);
    private static final long AGAIN_SECONDS = 2;
    private static final long PATIENCE_MS = 1_000;

    private final ModuleChanges changes;
    private final Thread thread;
    private volatile boolean done;

    @Activate
    public ModuleFollower(@Reference ModuleChanges changes) {
        this.changes = changes;
        this.thread = new Thread(this::follow, "sala-modules");
        this.thread.start();
    }

    @Deactivate
    public void stop() throws InterruptedException {
        thread.interrupt();
        thread.join(PATIENCE_MS);
    }

    @Override
    public String name() {
        return "modules";
    }

    @Override
    public Optional<String> trouble() {
        return done ? Optional.empty() : Optional.of("the installed modules are being brought in");
    }

    private void follow() {
        try {
            while (!done) {
                try {
                    changes.takeOutUnwanted();
                    changes.rows().all().keySet().forEach(this::bringIn);
                    done = true;
                } catch (BusyException e) {
                    LOG.warn("The installed modules wait: {}", e.getMessage());
                    TimeUnit.SECONDS.sleep(AGAIN_SECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void bringIn(String module) {
        try {
            changes.bringIn(module);
        } catch (BusyException e) {
            throw e;
        } catch (RuntimeException e) { // outermost: one module must not keep the others away
            LOG.error("The module {} could not be brought in", module, e);
        }
    }
}
