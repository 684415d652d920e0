package org.salacrm.core.file;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import org.salacrm.api.record.BusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder where files come in: who takes them is told of each once, so what cannot be taken yet is told again. */
public final class DeployFolder {
    private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);

    private DeployFolder() {}

    /** Whoever watches the folder takes a file with a new time for a changed one. */
    public static void lookAgain(File file, Clock clock, BusyException why) {
        LOG.warn("{} waits: {}", file.getName(), why.getMessage());
        try {
            Files.setLastModifiedTime(file.toPath(), FileTime.from(clock.instant()));
        } catch (IOException e) {
            LOG.error("{} will be looked at again after the next start", file.getName(), e);
        }
    }
}
