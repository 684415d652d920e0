package org.salacrm.core.importing;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports;
import org.salacrm.core.action.ActionWorld;
import org.salacrm.core.file.StoredFiles;
import org.salacrm.core.job.UndoRows;
import org.salacrm.core.testing.Steps;

/** Imports texts as files of customers, by the job itself. */
final class FileRuns {
    private final ActionWorld world;
    private final UndoRows undos;
    private final File folder;

    FileRuns(ActionWorld world, UndoRows undos, File folder) {
        this.world = world;
        this.undos = undos;
        this.folder = folder;
    }

    ImportState imported(String mode, String text) {
        StoredFiles files = ImportParts.files(world, folder.toPath());
        String hash = files.keep(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        ImportStore store = new ImportStore();
        ImportState state = preview(files, hash, mode);
        sql(() -> {
            store.insert(
                    world.store.tx().connection(),
                    new ImportStore.Stored(state, hash, 7, Tally.START),
                    world.clock.instant());
            return state;
        });
        undos.begin(state.id(), 7);
        ImportWork run = new ImportWork(ImportWork.RUN, ImportParts.services(world, files, undos, null));
        run.run(Map.of("import", state.id()), new Steps());
        return sql(() -> store.find(world.store.tx().connection(), state.id()).orElseThrow())
                .state();
    }

    private ImportState preview(StoredFiles files, String hash, String mode) {
        try (TempCopy copy = TempCopy.of(files.content(hash))) {
            HeaderWords words = new ColumnMapper(world.types, world.messages).headers("account");
            ImportState found = Preview.best(words, "account", copy.path(), FormatFinder.find(copy.path()))
                    .state(world.ids.incrementAndGet(), "list.csv");
            Imports.Change how = new Imports.Change(
                    null, null, null, null, null, mode, mode.equals("both") ? "code" : null, null, null, null);
            return Changes.apply(found, how, (format, headerRow) -> found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    private <T> T sql(Work<T> work) {
        return world.store.tx().required(() -> {
            try {
                return work.run();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
