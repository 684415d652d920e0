package org.salacrm.core.definition;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.apache.felix.fileinstall.ArtifactListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.BusyException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.core.file.DeployFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes files of definitions that somebody lays into the deploy folder. */
@Component(service = {ArtifactInstaller.class, ArtifactListener.class})
public class DeployInbox implements ArtifactInstaller {
    private static final Logger LOG = LoggerFactory.getLogger(DeployInbox.class);
    private static final int RETRY_SECONDS = 2;

    private final StoredDefinitions stored;
    private final Callers callers;
    private final DeployFolder folder;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "sala-deploy");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public DeployInbox(@Reference StoredDefinitions stored, @Reference Callers callers, @Reference Clock clock) {
        this.stored = stored;
        this.callers = callers;
        this.folder = new DeployFolder(clock);
    }

    @Override
    public boolean canHandle(File file) {
        return file.getName().endsWith(".yaml");
    }

    @Override
    public void install(File file) {
        folder.take(file, this::take);
    }

    private void take(File file) throws IOException {
        String text = Files.readString(file.toPath());
        try {
            as(() -> stored.take(file.getName(), text));
            LOG.info("definitions of {} are in use", file.getName());
        } catch (RefusedDefinitionException e) {
            LOG.error("a file was refused and what was before stays in use: {}", e.getMessage());
        }
    }

    @Override
    public void update(File file) {
        install(file);
    }

    @Override
    public void uninstall(File file) {
        if (!isDropped(file)) {
            LOG.warn("definitions of {} stay in use until the database is back", file.getName());
            later.schedule(() -> dropAtLast(file), RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void dropAtLast(File file) {
        try {
            boolean settled = file.exists() || isDropped(file); // what was laid there again is taken in anew
            if (!settled) {
                later.schedule(() -> dropAtLast(file), RETRY_SECONDS, TimeUnit.SECONDS);
            }
        } catch (RuntimeException e) { // outermost: nobody waits for it
            LOG.error("definitions of {} stay in use", file.getName(), e);
        }
    }

    private boolean isDropped(File file) {
        try {
            as(() -> stored.drop(file.getName()));
            LOG.info("definitions of {} are no longer in use", file.getName());
            return true;
        } catch (BusyException e) {
            return false;
        }
    }

    @Deactivate
    public void close() {
        later.shutdownNow();
    }

    private void as(Runnable work) {
        callers.as(Caller.system("deploy"), () -> {
            work.run();
            return work;
        });
    }
}
