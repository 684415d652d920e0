package org.salacrm.core.importing;

import java.nio.file.Path;
import org.salacrm.core.action.ActionWorld;
import org.salacrm.core.duplicate.BatchDuplicates;
import org.salacrm.core.file.StoredFiles;
import org.salacrm.core.job.UndoRows;
import org.salacrm.core.store.Growth;

/** What imports are made of, over the world of a test. */
final class ImportParts {
    private ImportParts() {}

    /** With contents in the test's own folder. */
    static StoredFiles files(ActionWorld world, Path folder) {
        return new StoredFiles(
                world.store.tx(), world.ids::incrementAndGet, world.clock, world.settings, null, null, null, folder);
    }

    /** @param duplicates null where nobody looks for them */
    static ImportServices services(ActionWorld world, StoredFiles files, UndoRows undos, BatchDuplicates duplicates) {
        return new ImportServices(
                world.store.tx(),
                files,
                world.records,
                world.records,
                world.queries,
                world.types,
                world.picks,
                world.messages,
                world.clock,
                world.zone,
                undos,
                duplicates,
                world.directories,
                world.alertDesk,
                new Growth(world.store.database(), world.store.tx()),
                world.formerNames());
    }
}
