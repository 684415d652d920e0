package org.salacrm.core.module;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.apache.felix.fileinstall.ArtifactListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
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
    private final DeployFolder folder;

    @Activate
    public ModuleInbox(@Reference ModuleChanges changes, @Reference Clock clock) {
        this.changes = changes;
        this.folder = new DeployFolder(clock);
    }

    @Override
    public boolean canHandle(File file) {
        return file.getName().endsWith(".kar");
    }

    @Override
    public void install(File file) {
        folder.take(file, this::take);
    }

    private void take(File file) throws IOException {
        try {
            changes.install(changes.take(Files.newInputStream(file.toPath())));
            Files.delete(file.toPath());
        } catch (RefusedModuleException e) {
            LOG.error("{} was refused: {} {}", file.getName(), e.messageKey(), e.values(), e.getCause());
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
