package org.salacrm.core.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.file.Files;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports;
import org.salacrm.api.job.Jobs;
import org.salacrm.api.message.Messages;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.record.Ids;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.core.definition.CompanyZone;
import org.salacrm.core.job.JobRows;
import org.salacrm.core.job.UndoRows;
import org.salacrm.core.store.Tx;

/** Imports of files: the upload is kept by its hash, what is known of it in one row, its problems in one table. */
@Component
public class FileImports implements Imports {
    private static final List<String> BUSY = List.of("checking", "running");

    private final Tx tx;
    private final Files files;
    private final Jobs jobs;
    private final Callers callers;
    private final Rights rights;
    private final Ids ids;
    private final Messages messages;
    private final ColumnMapper mapper;
    private final Clock clock;
    private final CompanyZone zone;
    private final CheckedRows checked;
    private final UndoRows undos;
    private final JobRows working;
    private final ImportStore store = new ImportStore();

    @Activate
    public FileImports(
            @Reference Tx tx,
            @Reference Files files,
            @Reference Jobs jobs,
            @Reference Callers callers,
            @Reference Rights rights,
            @Reference Ids ids,
            @Reference Messages messages,
            @Reference EntityTypes types,
            @Reference Clock clock,
            @Reference CompanyZone zone,
            @Reference UndoRows undos,
            @Reference JobRows working) {
        this.tx = tx;
        this.files = files;
        this.jobs = jobs;
        this.callers = callers;
        this.rights = rights;
        this.ids = ids;
        this.messages = messages;
        this.clock = clock;
        this.zone = zone;
        this.undos = undos;
        this.working = working;
        this.mapper = new ColumnMapper(types, messages);
        this.checked = new CheckedRows(tx);
    }

    /** Work with the running transaction's connection. */
    interface Sql<T> {
        T with(Connection connection) throws SQLException;
    }

    @Override
    public ImportState upload(String entity, String fileName, InputStream content) {
        Caller caller = mayImport(entity);
        String hash = files.keep(content);
        HeaderWords words = mapper.headers(entity);
        ImportState proposed = inCopy(hash, file -> {
            TableFile.Format format = FormatFinder.find(file);
            return Preview.best(words, entity, file, format).state(ids.next(), fileName);
        });
        return sql(db -> {
            ImportState state = store.alike(db, caller.user(), proposed)
                    .map(former -> Changes.asBefore(proposed, former, path -> mapper.target(entity, path)
                            .isPresent()))
                    .orElse(proposed);
            store.insert(db, new ImportStore.Stored(state, hash, caller.user(), Tally.START), clock.instant());
            return samples().readIn(state);
        });
    }

    @Override
    public ImportState get(long id) {
        return samples().readIn(own(id).state());
    }

    @Override
    public ImportState change(long id, Change change) {
        ImportStore.Stored stored = own(id);
        ImportState old = stored.state();
        refuse(old, BUSY, "done", "stopped");
        if (Boolean.TRUE.equals(change.createPickValues())) {
            mayAddWords();
        }
        ImportRules rules = new ImportRules(mapper.allTargets(old.entity()));
        rules.check(change, old);
        ImportState changed = Changes.apply(
                old,
                change,
                (format, headerRow) -> inCopy(stored.hash(), file -> Preview.of(
                                mapper.headers(old.entity()), old.entity(), file, format, headerRow)
                        .state(id, old.file())));
        rules.check(changed);
        return sql(db -> {
            if (!Changes.isReadTheSame(old, changed)) {
                checked.forgetFixes(id);
            }
            store.update(db, changed);
            store.forget(db, id);
            return samples().readIn(changed);
        });
    }

    private SampleDays samples() {
        return new SampleDays(mapper, dates());
    }

    private DateCell dates() {
        return new DateCell(LocalDate.ofInstant(clock.instant(), zone.get()));
    }

    @Override
    public long check(long id) {
        return start(id, ImportWork.CHECK, "checking");
    }

    @Override
    public long run(long id) {
        return start(id, ImportWork.RUN, "running");
    }

    private long start(long id, String kind, String state) {
        return tx.required(() -> {
            ImportState old = own(id).state();
            boolean goesOn = old.state().equals("stopped") && kind.equals(ImportWork.RUN);
            refuse(old, BUSY, "done", goesOn ? "" : "stopped");
            mayImport(old.entity());
            new ImportRules(mapper.allTargets(old.entity())).checkComplete(old);
            if (kind.equals(ImportWork.RUN)) {
                undos.begin(id, callers.current().user());
                if (working.isAbout("undo", id)) {
                    throw new ConflictException("import.undoing", Map.of());
                }
            }
            long job = jobs.start(kind, Map.of("import", id));
            return sql(db -> {
                if (!goesOn) {
                    store.forget(db, id);
                }
                store.update(db, Changes.at(old, state, job, goesOn ? old.summary() : Summary.NONE, -1));
                return job;
            });
        });
    }

    private static void refuse(ImportState state, List<String> busy, String... others) {
        if (busy.contains(state.state())) {
            throw new ConflictException("import.busy", Map.of());
        }
        if (List.of(others).contains(state.state())) {
            throw new ConflictException(
                    "import." + state.state(), Map.of("rows", state.summary().rows()));
        }
    }

    @Override
    public ProblemPage problems(long id, boolean errors, String after, int limit) {
        ImportStore.Stored stored = own(id);
        List<Map.Entry<String, Problem>> found = sql(db -> store.problems(db, id, after, limit + 1, errors));
        boolean more = found.size() > limit;
        List<Map.Entry<String, Problem>> page = more ? found.subList(0, limit) : found;
        return new ProblemPage(
                page.stream()
                        .map(e -> mapper.headed(e.getValue(), stored.state().entity(), language()))
                        .toList(),
                more ? page.get(limit - 1).getKey() : "",
                stored.tally().summary());
    }

    @Override
    public void failed(long id, String type, OutputStream out) {
        ImportStore.Stored stored = own(id);
        String entity = stored.state().entity();
        inCopy(stored.hash(), file -> {
            FailedRows rows = new FailedRows(
                    after -> sql(db -> store.problems(db, id, after, 500, true)).stream()
                            .map(e -> Map.entry(e.getKey(), mapper.headed(e.getValue(), entity, language())))
                            .toList(),
                    messages,
                    language(),
                    dates(),
                    new Fixes(checked.fixes(id)));
            try (TableOut table = type.equals("xlsx") ? new WorkbookOut(out) : new CsvOut(out)) {
                rows.write(file, stored.state(), mapper.dates(stored.state()), table);
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String language() {
        return callers.current().language();
    }

    /** The import, when it is the caller's own. */
    private ImportStore.Stored own(long id) {
        Caller caller = callers.current();
        return sql(db -> store.find(db, id))
                .filter(s -> s.user() == caller.user() || caller.mayEverything())
                .map(this::settled)
                .orElseThrow(() -> new AbsentRecordException("import", id));
    }

    /** Work whose job has ended without a word, as in a power cut of the database, is over. */
    private ImportStore.Stored settled(ImportStore.Stored stored) {
        ImportState state = stored.state();
        boolean over = BUSY.contains(state.state())
                && jobs.find(state.job())
                        .filter(job -> !List.of("waiting", "running").contains(job.state()))
                        .isPresent();
        if (!over) {
            return stored;
        }
        Tally tally = stored.tally();
        boolean written = state.state().equals("running") && tally.row() > 0;
        ImportState now =
                Changes.at(state, written ? "stopped" : "uploaded", state.job(), tally.summary(), state.rows());
        return new ImportStore.Stored(now, stored.hash(), stored.user(), tally);
    }

    /** New words change the company's lists for everybody. */
    private void mayAddWords() {
        if (!rights.permitted(callers.current(), "core.configure")) {
            throw new ForbiddenException("pickList", Verb.UPDATE);
        }
    }

    private Caller mayImport(String entity) {
        mapper.checkRecord(entity);
        Caller caller = callers.current();
        if (rights.level(caller, entity, Verb.IMPORT) == Level.NONE) {
            throw new ForbiddenException(entity, Verb.IMPORT);
        }
        return caller;
    }

    private <T> T sql(Sql<T> work) {
        return tx.required(() -> {
            try {
                return work.with(tx.connection());
            } catch (SQLException e) {
                throw new IllegalStateException("imports cannot be read or written", e);
            }
        });
    }

    private <T> T inCopy(String hash, java.util.function.Function<Path, T> work) {
        try (TempCopy copy = TempCopy.of(files.content(hash))) {
            return work.apply(copy.path());
        } catch (UnreadableFileException e) {
            throw e.asRefusal();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
