package org.salacrm.core.file;

import java.nio.file.Path;
import org.salacrm.api.event.Live;
import org.salacrm.core.action.ActionWorld;
import org.salacrm.core.record.Traces;

/** Notes and files of the records of a world. */
public final class FileWorld {
    public final StoredNotes notes;
    public final StoredFiles files;
    public final ErasedContents erased;

    /** @param traces what tells the history of them */
    public FileWorld(ActionWorld world, Path folder, Traces traces, Live live) {
        Attachments attachments = new Attachments(world.queries, world.store.tx(), world.given, world.callers, live);
        files = new StoredFiles(
                world.store.tx(),
                world.ids::incrementAndGet,
                world.clock,
                world.settings,
                attachments,
                traces,
                world.followTold,
                folder);
        erased = new ErasedContents(world.store.tx(), world.clock, folder);
        notes = new StoredNotes(
                world.store.tx(),
                world.ids::incrementAndGet,
                world.clock,
                attachments,
                new Mentions(world.store.tx(), world.ids::incrementAndGet, world.alertDesk),
                traces,
                world.followTold);
    }

    /** Takes erased contents off the disk. */
    public void look() {
        erased.look();
    }
}
