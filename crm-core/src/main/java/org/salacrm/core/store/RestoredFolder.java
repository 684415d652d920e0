package org.salacrm.core.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An embedded database that was restored beside the one in use and takes its place. A power cut at any moment leaves
 * either the one or the other, never none.
 *
 * @param place the folder of the database in use
 * @param building where the restored one is made
 * @param ready where it lies once it is whole
 */
public record RestoredFolder(Path place, Path building, Path ready) {
    private static final Logger LOG = LoggerFactory.getLogger(RestoredFolder.class);

    public static RestoredFolder of(DatabaseSettings settings) {
        String folder = settings.derbyFolder();
        return new RestoredFolder(Path.of(folder), Path.of(folder + ".restoring"), Path.of(folder + ".restored"));
    }

    /** Puts what was built in place. @param before where the one in use goes; it need not exist */
    public void takePlace(Path before) throws IOException {
        move(building, ready);
        if (Files.exists(place)) {
            move(place, before);
        }
        settle();
    }

    /** Ends what a power cut interrupted. */
    public void settle() throws IOException {
        if (!Files.exists(place) && Files.exists(ready)) {
            move(ready, place);
            LOG.info("The restored database is in {}", place);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(to.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            LOG.debug("{} cannot be forced to the disk", to, e);
        }
    }
}
