package org.salacrm.core.definition;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.apache.felix.fileinstall.ArtifactListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes files of definitions that somebody lays into the deploy folder. */
@Component(service = {ArtifactInstaller.class, ArtifactListener.class})
public class DeployInbox implements ArtifactInstaller {
    private static final Logger LOG = LoggerFactory.getLogger(DeployInbox.class);

    private final StoredDefinitions stored;
    private final Callers callers;

    @Activate
    public DeployInbox(@Reference StoredDefinitions stored, @Reference Callers callers) {
        this.stored = stored;
        this.callers = callers;
    }

    @Override
    public boolean canHandle(File file) {
        return file.getName().endsWith(".yaml");
    }

    @Override
    public void install(File file) {
        work(() -> {
            stored.take(file.getName(), text(file));
            LOG.info("definitions of {} are in use", file.getName());
        });
    }

    @Override
    public void update(File file) {
        install(file);
    }

    @Override
    public void uninstall(File file) {
        work(() -> {
            stored.drop(file.getName());
            LOG.info("definitions of {} are no longer in use", file.getName());
        });
    }

    private void work(Runnable work) {
        try {
            callers.as(Caller.system("deploy"), () -> {
                work.run();
                return work;
            });
        } catch (RefusedDefinitionException e) {
            LOG.warn("a file was refused and what was before stays in use: {}", e.getMessage());
        }
    }

    private static String text(File file) {
        try {
            return Files.readString(file.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + " as UTF-8 text", e);
        }
    }
}
