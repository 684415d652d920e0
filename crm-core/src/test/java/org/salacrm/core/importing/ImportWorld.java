package org.salacrm.core.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.salacrm.api.importing.ImportChecks;
import org.salacrm.api.importing.Imports;
import org.salacrm.api.importing.Imports.Summary;
import org.salacrm.api.importing.JoinedSheets;
import org.salacrm.api.job.JobKind;
import org.salacrm.api.job.JobState;
import org.salacrm.api.job.Jobs;
import org.salacrm.api.query.Query;
import org.salacrm.core.action.ActionWorld;
import org.salacrm.core.duplicate.BatchDuplicates;
import org.salacrm.core.duplicate.DuplicateRules;
import org.salacrm.core.duplicate.KeyHook;
import org.salacrm.core.duplicate.KeyRows;
import org.salacrm.core.file.StoredFiles;
import org.salacrm.core.job.JobRows;
import org.salacrm.core.job.UndoRows;
import org.salacrm.core.store.Database;
import org.salacrm.core.testing.FakeLive;

/** A clerk with a file on a database. */
final class ImportWorld implements AutoCloseable {
    static final long ID = 1;
    private static final long CLERK = 7;

    final ActionWorld world;
    final Imports imports;
    final ImportChecks checks;
    final JoinedSheets sheets;
    final UndoRows undos;
    final JobRows jobs;
    private final StoredFiles files;
    private final ImportServices services;

    ImportWorld(Database.Vendor vendor, Path folder) {
        world = new ActionWorld(vendor, "").asUser();
        files = ImportParts.files(world, folder);
        undos = new UndoRows(world.store.tx(), world.store.database(), world.ids::incrementAndGet, world.clock);
        jobs = new JobRows(world.store.tx(), world.ids::incrementAndGet, new FakeLive(world.rung), world.clock);
        imports = new FileImports(
                world.store.tx(),
                files,
                new Noted(),
                world.callers,
                world.given,
                world.ids::incrementAndGet,
                world.messages,
                world.types,
                world.clock,
                world.zone,
                undos,
                jobs);
        services = ImportParts.services(world, files, undos, duplicates());
        checks = new StoredChecks(imports, services);
        sheets = new WorkbookSheets(imports, services, world.callers, world.given);
    }

    private BatchDuplicates duplicates() {
        DuplicateRules rules = new DuplicateRules(world.registry, world.types, world.given, world.messages);
        KeyRows keys = new KeyRows(world.store.tx(), world.store.database());
        world.records.with(List.of(new KeyHook(rules, keys)), List.of(keys));
        return new BatchDuplicates(rules, world.types, world.queries, keys, world.callers);
    }

    /** Takes a file in. */
    void upload(Path folder, String entity, String... lines) {
        try {
            byte[] content = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
            Path file = Files.write(folder.resolve("list.csv"), content);
            Preview preview = Preview.best(
                    new ColumnMapper(world.types, world.messages).headers(entity),
                    entity,
                    file,
                    FormatFinder.find(file));
            String hash = files.keep(new ByteArrayInputStream(content));
            ImportStore.Stored stored = new ImportStore.Stored(preview.state(ID, "list.csv"), hash, CLERK, Tally.START);
            world.store.tx().required(() -> inserted(stored));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportStore.Stored inserted(ImportStore.Stored stored) {
        try {
            new ImportStore().insert(world.store.tx().connection(), stored, world.clock.instant());
            return stored;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Summary check() {
        return work(ImportWork.CHECK, ID);
    }

    Summary run() {
        return run(ID);
    }

    Summary run(long id) {
        return work(ImportWork.RUN, id);
    }

    /** Reads a column into a field. */
    void map(long id, int column, String field) {
        imports.change(
                id, new Imports.Change(null, null, null, null, Map.of(column, field), null, null, null, null, null));
    }

    private Summary work(String kind, long id) {
        world.store.tx().required(() -> {
            try {
                new ImportStore().forget(world.store.tx().connection(), id);
                return id;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        new ImportWork(kind, services).run(Map.of("import", id), new Patient());
        return imports.get(id).summary();
    }

    List<String> values(String entity, String field) {
        List<String> values = new ArrayList<>();
        world.queries.each(
                Query.of(entity, field),
                row -> values.add(Objects.toString(row.values().get(0), "")));
        values.sort(null);
        return values;
    }

    @Override
    public void close() {
        world.close();
    }

    /** As it is when a run was stopped on its way. */
    void stopped() {
        world.store.tx().required(() -> {
            try {
                ImportStore store = new ImportStore();
                store.update(
                        world.store.tx().connection(), Changes.at(imports.get(ID), "stopped", 0, Summary.NONE, -1));
                return ID;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Notes jobs, which nobody does. */
    private final class Noted implements Jobs {
        @Override
        public long start(String kind, Map<String, ?> parameters) {
            return jobs.create(kind, world.callers.current(), parameters);
        }

        @Override
        public Optional<JobState> find(long id) {
            return Optional.empty();
        }

        @Override
        public List<JobState> recent(boolean everybody, int limit) {
            return List.of();
        }

        @Override
        public void cancel(long id) {
            throw new UnsupportedOperationException();
        }
    }

    /** Waits for the end and asks for nothing. */
    private static final class Patient implements JobKind.Progress {
        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void report(long done, long total) {
            // Nobody looks.
        }

        @Override
        public Map<String, Object> checkpoint() {
            return Map.of();
        }

        @Override
        public void checkpoint(Map<String, Object> state) {
            throw new UnsupportedOperationException();
        }
    }
}
