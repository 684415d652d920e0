package org.salacrm.core.module;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.apache.felix.fileinstall.ArtifactListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes module files that somebody lays into the deploy folder and installs them. Taking one away removes nothing. */
@Component(service = {ArtifactInstaller.class, ArtifactListener.class})
public class ModuleInbox implements ArtifactInstaller {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleInbox.class);

    private final ModuleChanges changes;

    @Activate
    public ModuleInbox(@Reference ModuleChanges changes) {
        this.changes = changes;
    }

    @Override
    public boolean canHandle(File file) {
        return file.getName().endsWith(".kar");
    }

    @Override
    public void install(File file) {
        try {
            changes.install(changes.library().take(Files.newInputStream(file.toPath())));
        } catch (RefusedModuleException e) {
            LOG.warn("{} was refused: {} {}", file.getName(), e.messageKey(), e.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
