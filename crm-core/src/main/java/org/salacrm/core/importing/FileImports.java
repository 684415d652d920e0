package org.salacrm.core.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.file.Files;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports;
import org.salacrm.api.job.Jobs;
import org.salacrm.api.message.Messages;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.record.Ids;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.core.store.Tx;

/** Imports of files: the upload is kept by its hash, what is known of it in one row, its problems in one table. */
@Component
public class FileImports implements Imports {
    private final Tx tx;
    private final Files files;
    private final Jobs jobs;
    private final Callers callers;
    private final Rights rights;
    private final Ids ids;
    private final Messages messages;
    private final ColumnMapper mapper;
    private final Clock clock = Clock.systemUTC();
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
            @Reference PickLists pickLists) {
        this.tx = tx;
        this.files = files;
        this.jobs = jobs;
        this.callers = callers;
        this.rights = rights;
        this.ids = ids;
        this.messages = messages;
        this.mapper = new ColumnMapper(types, messages);
    }

    /** Work with the running transaction's connection. */
    interface Sql<T> {
        T with(Connection connection) throws SQLException;
    }

    @Override
    public ImportState upload(String entity, String fileName, InputStream content) {
        Caller caller = mayImport(entity);
        String hash = files.keep(content);
        ImportState state = inCopy(hash, file -> {
            TableFile.Format format = FormatFinder.find(file);
            return Preview.of(mapper, entity, file, format, 0).state(ids.next(), fileName);
        });
        sql(db -> {
            store.insert(db, new ImportStore.Stored(state, hash, caller.user()), clock.instant());
            return state;
        });
        return state;
    }

    @Override
    public ImportState get(long id) {
        return own(id).state();
    }

    @Override
    public ImportState change(long id, Change change) {
        ImportStore.Stored stored = own(id);
        ImportState old = stored.state();
        if (old.state().equals("checking") || old.state().equals("running")) {
            throw new ConflictException("import.busy", Map.of());
        }
        ImportState changed = Changes.apply(
                old,
                change,
                (format, headerRow) ->
                        inCopy(stored.hash(), file -> Preview.of(mapper, old.entity(), file, format, headerRow)
                                .state(id, old.file())));
        changed.columns().stream()
                .filter(c -> !c.field().isEmpty()
                        && mapper.target(old.entity(), c.field()).isEmpty())
                .findFirst()
                .ifPresent(c -> {
                    throw new InvalidRecordException(
                            List.of(new Refusal(c.field(), "invalid.unknownField", Map.of("field", c.field()))));
                });
        return sql(db -> {
            store.update(db, changed);
            store.forget(db, id);
            return changed;
        });
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
            if (List.of("checking", "running", "done").contains(old.state())) {
                throw new ConflictException(old.state().equals("done") ? "import.done" : "import.busy", Map.of());
            }
            mayImport(old.entity());
            long job = jobs.start(kind, Map.of("import", id));
            return sql(db -> {
                store.forget(db, id);
                store.update(db, Changes.at(old, state, job, Summary.NONE, -1));
                return job;
            });
        });
    }

    @Override
    public ProblemPage problems(long id, String after, int limit) {
        ImportState state = own(id).state();
        List<Map.Entry<String, Problem>> found = sql(db -> store.problems(db, id, after, limit + 1, false));
        boolean more = found.size() > limit;
        List<Map.Entry<String, Problem>> page = more ? found.subList(0, limit) : found;
        return new ProblemPage(
                page.stream().map(Map.Entry::getValue).toList(),
                more ? page.get(limit - 1).getKey() : "",
                state.summary());
    }

    @Override
    public void failed(long id, OutputStream out) {
        ImportStore.Stored stored = own(id);
        inCopy(stored.hash(), file -> {
            FailedRows rows = new FailedRows(
                    after -> sql(db -> store.problems(db, id, after, 500, true)),
                    messages,
                    callers.current().language());
            rows.write(file, stored.state(), out);
            return file;
        });
    }

    /** The import, when it is the caller's own. */
    private ImportStore.Stored own(long id) {
        Caller caller = callers.current();
        return sql(db -> store.find(db, id))
                .filter(s -> s.user() == caller.user() || caller.mayEverything())
                .orElseThrow(() -> new AbsentRecordException("import", id));
    }

    private Caller mayImport(String entity) {
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
            throw new InvalidRecordException(List.of(new Refusal("file", e.messageKey(), e.values())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Skips to the row behind the headers. */
    static Iterator<SourceRow> body(TableFile table, int headerRow) {
        Iterator<SourceRow> rows = table.rows();
        boolean found = false;
        while (!found && rows.hasNext()) {
            found = rows.next().number() >= headerRow;
        }
        return rows;
    }
}
