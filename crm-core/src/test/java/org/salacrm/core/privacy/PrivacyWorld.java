package org.salacrm.core.privacy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.salacrm.api.privacy.PersonalData;
import org.salacrm.api.record.History;
import org.salacrm.core.action.ActionWorld;
import org.salacrm.core.export.ExportWorld;
import org.salacrm.core.file.FileWorld;
import org.salacrm.core.file.StoredFiles;
import org.salacrm.core.file.StoredNotes;
import org.salacrm.core.record.HistoryReader;
import org.salacrm.core.record.RecordHistory;
import org.salacrm.core.record.Traces;
import org.salacrm.core.testing.AllRows;
import org.salacrm.core.testing.FakeLive;

/** What is known of people of a world, and the way to erase them. */
public final class PrivacyWorld {
    final StoredNotes notes;
    final StoredFiles files;
    final PersonalData file;
    public final ErasureJob job;

    private final FileWorld kept;
    private final ActionWorld world;
    private final History history;

    public PrivacyWorld(ActionWorld world, Path folder) {
        this.world = world;
        Traces traces = new Traces(
                world.store.tx(), world.types, world.callers, world.ids::incrementAndGet, world.clock, () -> {});
        kept = new FileWorld(world, folder, traces, new FakeLive(new ArrayList<>()));
        notes = kept.notes;
        files = kept.files;
        history = new RecordHistory(
                new HistoryReader(world.store.tx(), world.types, world.callers, world.given), world.queries);
        People people = new People(world.registry, world.queries, world.given, world.callers);
        Fates fates = new Fates(world.types, world.registry);
        file = new PersonalFile(
                world.types,
                world.queries,
                ExportWorld.of(world),
                notes,
                files,
                history,
                world.messages,
                world.callers,
                people,
                fates);
        job = new ErasureJob(
                people,
                fates,
                new Forgetting(world.store.tx(), world.types, kept.erased),
                world.records,
                world.records,
                world.queries,
                world.types,
                world.callers,
                world.messages);
    }

    /** Rows of any table that say something in any column. */
    List<String> rowsThatSay(String text) {
        return world.store.tx().required(() -> {
            try {
                List<String> rows = new ArrayList<>();
                AllRows.of(world.store.tx().connection(), Set.of()).forEach((table, all) -> all.stream()
                        .filter(row -> row.contains(text))
                        .forEach(row -> rows.add(table + ": " + row)));
                return rows;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** As it is done now and then. */
    void look() {
        kept.look();
    }

    /** The last thing that was done to a record, and from where. */
    String lastOf(String entity, long id) {
        History.Entry last = history.of(entity, id, "").items().get(0);
        return last.verb() + " by " + last.source();
    }
}
