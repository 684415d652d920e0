package org.salacrm.api.backup;

import java.nio.file.Path;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The whole installation as one file that either database can be restored from: the rows of all tables, also of modules
 * that are out, attached files and module files. It asks for no rights: whoever reaches it reaches the machine. A
 * backup holds everything the company knows and is as powerful as the installation: only one's own may be restored.
 * Thread-safe.
 *
 * <p>Both methods throw {@link org.salacrm.api.record.ConflictException} saying why nothing was done.
 */
@ProviderType
public interface Backups {

    /**
     * Writes a backup of this moment while everybody works.
     *
     * @param place a new file, or a folder in which a new file gets a name of its own
     */
    Summary write(Path place);

    /**
     * Puts what the backup holds in the place of what this installation holds, all or nothing. Nobody is signed in
     * afterwards. The database before is kept beside unless nobody has worked with it.
     *
     * @param replace whether this may be an installation that somebody has worked with
     */
    Summary restore(Path file, boolean replace);

    /**
     * What was written or restored.
     *
     * @param files attached files
     * @param damaged hashes of attached files whose content is not what it was when it was attached
     */
    record Summary(Path file, int tables, long rows, long files, Set<String> damaged) {}
}
