package org.salacrm.core.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports.Problem;
import org.salacrm.api.importing.Imports.Summary;
import org.salacrm.api.job.JobKind;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.AbsentRecordException;

/** Goes through a file in batches, checking or importing; after a restart it goes on behind the last batch. */
class ImportWork implements JobKind {
    static final String CHECK = "import.check";
    static final String RUN = "import.run";
    private static final int BATCH = 200;

    private final String kind;
    private final ImportServices services;
    private final Writers writers;
    private final CheckedRows checked;
    private final ImportStore store = new ImportStore();

    ImportWork(String kind, ImportServices services) {
        this.kind = kind;
        this.services = services;
        this.writers = new Writers(services, kind.equals(RUN));
        this.checked = new CheckedRows(services.tx());
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Map<String, Object> run(Map<String, Object> parameters, Progress progress) {
        long id = Long.parseLong(String.valueOf(parameters.get("import")));
        ImportStore.Stored stored =
                sql(db -> store.find(db, id)).orElseThrow(() -> new AbsentRecordException("import", id));
        ImportState state = stored.state();
        Tally tally = stored.tally();
        try (TempCopy copy = TempCopy.of(services.files().content(stored.hash()))) {
            Survey survey = survey(state, copy, progress::cancelled);
            checked.setMonthFirst(id, survey.monthFirst());
            try (TableFile table = TableFile.open(copy.path(), format(state))) {
                tally = batches(new Job(state, survey, new Fixes(checked.fixes(id)), progress), table, tally);
            }
        } catch (UnreadableFileException e) {
            finish(state, tally.row() > 0 ? "stopped" : "failed", tally);
            throw e.asRefusal();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        finish(state, progress.cancelled() ? cancelled(tally) : kind.equals(RUN) ? "done" : "checked", tally);
        return answer(id, tally.summary());
    }

    /** A run that was stopped on its way has written something and can only go on. */
    private String cancelled(Tally tally) {
        return kind.equals(RUN) && tally.row() > 0 ? "stopped" : "uploaded";
    }

    private static Map<String, Object> answer(long id, Summary sum) {
        return Map.of(
                "import", String.valueOf(id),
                "created", sum.created(),
                "updated", sum.updated(),
                "failed", sum.failed(),
                "rows", sum.rows());
    }

    private record Job(ImportState state, Survey survey, Fixes fixes, Progress progress) {}

    /** @param skipped rows between them that are none @param notes what is to be told beside what becomes of them */
    private record Piece(List<SourceRow> rows, List<SourceRow> skipped, List<Problem> notes) {}

    private Survey survey(ImportState state, TempCopy copy, BooleanSupplier cancelled) {
        try (TableFile table = TableFile.open(copy.path(), format(state))) {
            return Survey.of(table, state, writers.mapper().dates(state), cancelled);
        }
    }

    private Tally batches(Job job, TableFile table, Tally tally) {
        Twins twins = writers.twins(job.state(), checked.choices(job.state().id()), Map.of());
        RowWriter writer = writers.writer(job.state(), job.survey().monthFirst(), twins);
        Iterator<SourceRow> rows = Survey.body(table, job.state(), tally.row());
        while (rows.hasNext() && !job.progress().cancelled()) {
            List<SourceRow> batch = new ArrayList<>(BATCH);
            List<SourceRow> skipped = new ArrayList<>();
            long last = tally.row();
            while (batch.size() < BATCH && rows.hasNext()) {
                SourceRow row = rows.next();
                last = row.number();
                (Survey.isRow(row, job.state()) ? batch : skipped).add(row);
            }
            Tally before = tally;
            Piece piece = new Piece(batch, skipped, job.survey().notes(tally.row(), last));
            tally = step(job, writer, piece, before).at(last);
            grew(job.state().entity(), before, tally);
            job.progress().report(tally.summary().rows(), job.survey().rows());
        }
        return tally;
    }

    private void grew(String entity, Tally before, Tally now) {
        String table = services.types().get(entity).table();
        services.growth().grew(table, before.summary().created(), now.summary().created());
    }

    /** One batch; in a run its records, its problems and the place in the file become true together. */
    private Tally step(Job job, RowWriter writer, Piece piece, Tally tally) {
        long id = job.state().id();
        List<SourceRow> read = piece.rows().stream().map(job.fixes()::apply).toList();
        if (kind.equals(RUN)) {
            return writer.run(read, tally, (done, before) -> {
                tellTeams(job.state().entity(), done.rows().shared());
                // Rows that are tried one by one are still one piece, of which this is the first.
                return keep(id, before.equals(tally) ? done.noting(piece.notes()) : done, before);
            });
        }
        Batch done = writer.check(read).noting(piece.notes());
        List<SourceRow> told = new ArrayList<>(piece.rows());
        told.addAll(piece.skipped());
        return services.tx().required(() -> {
            checked.keep(id, told, job.fixes(), done);
            return keep(id, done, tally);
        });
    }

    /** Of what a team shall share out itself all who belong to it are told, as where it is assigned. */
    private void tellTeams(String entity, Map<Long, Long> shared) {
        Map<Long, List<Long>> records = shared.keySet().stream().collect(Collectors.groupingBy(shared::get));
        records.forEach(
                (team, ids) -> services.directories().current().members(team).forEach(person -> services.alerts()
                        .handed(person.id(), "core.assigned", new Ref(entity, ids.get(0), ""), ids.size(), "")));
    }

    private Tally keep(long id, Batch done, Tally before) {
        Tally now = before.plus(done);
        return sql(db -> {
            store.keep(db, id, done.problems());
            store.reached(db, id, now);
            return now;
        });
    }

    private void finish(ImportState state, String end, Tally tally) {
        sql(db -> {
            store.update(
                    db,
                    Changes.at(
                            state,
                            end,
                            state.job(),
                            tally.summary(),
                            tally.summary().rows()));
            return end;
        });
    }

    private <T> T sql(FileImports.Sql<T> work) {
        return services.tx().required(() -> {
            try {
                return work.with(services.tx().connection());
            } catch (SQLException e) {
                throw new IllegalStateException("an import cannot be read or written", e);
            }
        });
    }

    static TableFile.Format format(ImportState state) {
        return new TableFile.Format(state.charset(), state.separator(), state.sheet(), state.sheets());
    }
}
