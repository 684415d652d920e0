package org.salacrm.core.module;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.apache.felix.fileinstall.ArtifactListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.BusyException;
import org.salacrm.core.file.DeployFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the module files that somebody lays into the deploy folder out of it and installs them. What is refused stays
 * there; nothing that lies there is what a later start takes for the state of things.
 */
@Component(service = {ArtifactInstaller.class, ArtifactListener.class})
public class ModuleInbox implements ArtifactInstaller {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleInbox.class);

    private final ModuleChanges changes;
    private final Clock clock;

    @Activate
    public ModuleInbox(@Reference ModuleChanges changes, @Reference Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public boolean canHandle(File file) {
        return file.getName().endsWith(".kar");
    }

    @Override
    public void install(File file) {
        try {
            changes.install(changes.take(Files.newInputStream(file.toPath())));
            Files.delete(file.toPath());
        } catch (RefusedModuleException e) {
            LOG.error("{} was refused: {} {}", file.getName(), e.messageKey(), e.values(), e.getCause());
        } catch (BusyException e) {
            DeployFolder.lookAgain(file, clock, e);
        } catch (IOException | UncheckedIOException e) {
            LOG.error("{} cannot be taken in; touch it to have it tried again", file.getName(), e);
        }
    }

    @Override
    public void update(File file) {
        install(file);
    }

    @Override
    public void uninstall(File file) {
        // What is installed stands in the database; the folder is only where files come in.
    }
}
