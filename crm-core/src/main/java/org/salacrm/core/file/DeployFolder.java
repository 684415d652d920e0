package org.salacrm.core.file;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.salacrm.api.record.BusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder where files come in: who takes them is told of each once, so what cannot be taken yet is told again. */
public final class DeployFolder {
    private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);

    private final Clock clock;
    /** What is tried every few seconds is said once. */
    private final Set<File> waiting = ConcurrentHashMap.newKeySet();

    public DeployFolder(Clock clock) {
        this.clock = clock;
    }

    /** Takes a file in. */
    public interface Taker {
        void take(File file) throws IOException;
    }

    /** Has a file taken in, now or, while the database is away, when it is back. */
    public void take(File file, Taker taker) {
        try {
            taker.take(file);
            waiting.remove(file);
        } catch (BusyException e) {
            lookAgain(file, e);
        } catch (IOException | UncheckedIOException e) {
            LOG.error("{} cannot be taken in; touch it to have it tried again", file.getName(), e);
        }
    }

    /** Whoever watches the folder takes a file with a new time for a changed one. */
    private void lookAgain(File file, BusyException why) {
        if (waiting.add(file)) {
            LOG.warn("{} waits: {}", file.getName(), why.getMessage());
        }
        try {
            Files.setLastModifiedTime(file.toPath(), FileTime.from(clock.instant()));
        } catch (IOException e) {
            LOG.error("{} will be looked at again after the next start", file.getName(), e);
        }
    }
}
