package org.salacrm.core.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.salacrm.core.action.ActionWorld;
import org.salacrm.core.alert.ShareTold;
import org.salacrm.core.definition.PickRows;
import org.salacrm.core.file.FileWorld;
import org.salacrm.core.file.StoredFiles;
import org.salacrm.core.file.StoredNotes;
import org.salacrm.core.mail.StoredTemplates;
import org.salacrm.core.merge.Hanging;
import org.salacrm.core.privacy.Consents;
import org.salacrm.core.record.Since;
import org.salacrm.core.record.Traces;
import org.salacrm.core.security.Directories;
import org.salacrm.core.security.JdbcShares;
import org.salacrm.core.testing.FakeLive;
import org.salacrm.core.testing.WritingMail;

/** What bulk jobs are made of, over the world of a test. */
final class BulkWorld {
    final JdbcShares shares;
    final BulkJob bulk;
    final UndoRows rows;
    final UndoJob undo;
    final Since since;
    final Making making;
    final LeaveJob leave;
    final StoredNotes notes;
    final StoredFiles files;
    final WritingMail letters;

    private final ActionWorld world;

    BulkWorld(ActionWorld world) {
        this(world, Path.of("target"));
    }

    BulkWorld(ActionWorld world, Path folder) {
        this.world = world;
        letters = new WritingMail(world.records);
        rows = new UndoRows(world.store.tx(), world.store.database(), world.ids::incrementAndGet, world.clock);
        Directories directories = new Directories(world.store.tx(), world.clock);
        Traces traces = new Traces(
                world.store.tx(), world.types, world.callers, world.ids::incrementAndGet, world.clock, () -> {});
        shares = new JdbcShares(
                world.store.tx(),
                world.types,
                world.callers,
                world.given,
                directories,
                new ShareTold(traces, world.alertDesk, directories, world.zone),
                world.clock);
        Sharing sharing = new Sharing(shares, rows, world.callers, directories);
        Assignees assignees = new Assignees(world.types, world.queries, world.callers, directories);
        Assigning assigning = new Assigning(
                world.queries, world.types, world.records, world.records, directories, assignees, world.alertDesk);
        FileWorld put = new FileWorld(world, folder, traces, new FakeLive(new ArrayList<>()));
        files = put.files;
        notes = put.notes;
        Likeness likeness = new Likeness(world.queries, world.types, world.registry, world.callers, world.given);
        Copying copying = new Copying(world.queries, world.types, world.records, notes, files, likeness, rows);
        BulkVerbs verbs = new BulkVerbs(world.records, world.actions, assigning, sharing, copying, mailing());
        RefusalWords words = new RefusalWords(world.queries, world.types, world.messages, world.callers);
        bulk = new BulkJob(world.records, world.queries, world.types, verbs, words, rows, world.records, world.callers);
        since = new Since(world.store.tx());
        Hanging hanging = new Hanging(world.types, world.store.tx())
                .with(List.of(() -> "core_note", () -> "core_file", world.trace));
        making = new Making(world.records, world.types, since, hanging, world.store.tx());
        UndoSteps steps = new UndoSteps(
                world.records,
                making,
                new AddedPicks(world.types, (PickRows) world.picks, world.store.tx()),
                sharing,
                copying);
        undo = new UndoJob(world.records, world.records, rows, steps, words, world.alertDesk);
        leave = new LeaveJob(world.records, world.queries, world.callers, bulk, rows, world.alertDesk);
    }

    private Mailing mailing() {
        return new Mailing(
                        world.types,
                        world.queries,
                        new StoredTemplates(world.types, world.queries, world.picks, world.callers, world.zone),
                        world.given,
                        world.callers,
                        new Consents(world.store.tx()))
                .with(letters);
    }

    List<Long> people(int number) {
        List<Long> people = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String name = "p" + world.ids.incrementAndGet();
            people.add(world.records
                    .create("user", Map.of("name", name, "login", name))
                    .id());
        }
        return people;
    }

    List<Long> leads(int number) {
        return world.records.transaction(() -> Stream.iterate(0, i -> i + 1)
                .limit(number)
                .map(i -> world.records
                        .create("lead", Map.of("name", "Lead " + i))
                        .id())
                .toList());
    }
}
