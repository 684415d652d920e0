package org.salacrm.core.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports.Summary;
import org.salacrm.api.job.JobKind;
import org.salacrm.api.record.AbsentRecordException;

/** Goes through a file in batches, checking or importing; after a restart it goes on behind the last batch. */
class ImportWork implements JobKind {
    static final String CHECK = "import.check";
    static final String RUN = "import.run";
    private static final int BATCH = 200;
    private static final ZoneId ZONE = ZoneId.of("Asia/Bangkok");

    private final String kind;
    private final ImportServices services;
    private final ImportStore store = new ImportStore();

    ImportWork(String kind, ImportServices services) {
        this.kind = kind;
        this.services = services;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Map<String, Object> run(Map<String, Object> parameters, Progress progress) {
        long id = Long.parseLong(String.valueOf(parameters.get("import")));
        ImportStore.Stored stored = find(id);
        Tally tally = Tally.of(progress.checkpoint());
        try (TempCopy copy = TempCopy.of(services.files().content(stored.hash()));
                TableFile table = TableFile.open(copy.path(), format(stored.state()))) {
            tally = batches(stored.state(), table, tally, progress);
        } catch (UnreadableFileException e) {
            finish(stored.state(), "failed", tally);
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String end = kind.equals(RUN) ? "done" : "checked";
        finish(stored.state(), progress.cancelled() ? "uploaded" : end, tally);
        Summary sum = tally.summary();
        return Map.of(
                "import", String.valueOf(id),
                "created", sum.created(),
                "updated", sum.updated(),
                "failed", sum.failed(),
                "rows", sum.rows());
    }

    private Tally batches(ImportState state, TableFile table, Tally tally, Progress progress) {
        RowWriter writer = writer(state);
        Iterator<SourceRow> rows = FileImports.body(table, (int) Math.max(state.headerRow(), tally.row()));
        List<String> headers =
                state.columns().stream().map(ImportState.Column::header).toList();
        while (rows.hasNext() && !progress.cancelled()) {
            List<SourceRow> batch = new ArrayList<>(BATCH);
            long last = tally.row();
            while (batch.size() < BATCH && rows.hasNext()) {
                SourceRow row = rows.next();
                last = row.number();
                if (!row.blank() && !repeats(headers, row)) {
                    batch.add(row);
                }
            }
            tally = step(state, writer, batch, tally, progress).at(last);
            progress.report(tally.summary().rows(), 0);
        }
        return tally;
    }

    /** Some programs print the headers again on every page. */
    private static boolean repeats(List<String> headers, SourceRow row) {
        return row.cells().size() >= headers.size()
                && headers.equals(row.cells().subList(0, headers.size()).stream()
                        .map(c -> Clean.text(c.text()))
                        .toList());
    }

    /** One batch; in a run its records, its problems and the place in the file become true together. */
    private Tally step(ImportState state, RowWriter writer, List<SourceRow> batch, Tally tally, Progress progress) {
        Tally[] now = {tally};
        RowWriter.Keeper keeper = (done, lastRow) -> now[0] = keep(state.id(), done, now[0].at(lastRow), progress);
        if (kind.equals(RUN)) {
            writer.run(batch, keeper);
        } else {
            RowWriter.Batch done = writer.check(batch);
            services.tx().required(() -> {
                keeper.keep(done, tally.row());
                return done;
            });
        }
        return now[0];
    }

    private Tally keep(long id, RowWriter.Batch done, Tally tally, Progress progress) {
        try {
            store.keep(services.tx().connection(), id, done.problems());
        } catch (SQLException e) {
            throw new IllegalStateException("an import's problems cannot be kept", e);
        }
        Tally next = tally.plus(done.summary());
        progress.checkpoint(next.map());
        return next;
    }

    private RowWriter writer(ImportState state) {
        ColumnMapper mapper = new ColumnMapper(services.types(), services.messages());
        List<RowMapper.Column> columns = state.columns().stream()
                .filter(c -> !c.field().isEmpty())
                .flatMap(c -> mapper.target(state.entity(), c.field()).stream()
                        .map(t -> new RowMapper.Column(c.index(), c.header(), t)))
                .toList();
        List<String> read = columns.stream().map(c -> c.target().path()).toList();
        List<String> spare = mapper.targets(state.entity()).stream()
                .filter(t -> t.field().kind().equals(Kind.PHONE) && !t.path().contains("."))
                .map(ColumnMapper.Target::path)
                .sorted((a, b) -> Boolean.compare(!read.contains(a), !read.contains(b)))
                .toList();
        RowMapper rows = new RowMapper(
                columns, cells(state), new References(services.types(), services.queries()), state.defaults(), spare);
        return new RowWriter(
                services.records(),
                services.queries(),
                rows,
                new RowWriter.Target(state.entity(), state.mode(), state.key()));
    }

    private FieldCells cells(ImportState state) {
        LocalDate today = LocalDate.now(Clock.system(ZONE));
        Optional<NewPicks> newPicks = state.createPickValues()
                ? Optional.of(new NewPicks(services.pickLists(), kind.equals(RUN)))
                : Optional.empty();
        return new FieldCells(services.pickLists(), services.messages(), today, ZONE, newPicks);
    }

    private ImportStore.Stored find(long id) {
        return services.tx().required(() -> {
            try {
                return store.find(services.tx().connection(), id)
                        .orElseThrow(() -> new AbsentRecordException("import", id));
            } catch (SQLException e) {
                throw new IllegalStateException("an import cannot be read", e);
            }
        });
    }

    private void finish(ImportState state, String end, Tally tally) {
        services.tx().required(() -> {
            try {
                store.update(
                        services.tx().connection(),
                        Changes.at(
                                state,
                                end,
                                state.job(),
                                tally.summary(),
                                tally.summary().rows()));
                return end;
            } catch (SQLException e) {
                throw new IllegalStateException("an import cannot be written", e);
            }
        });
    }

    private static TableFile.Format format(ImportState state) {
        return new TableFile.Format(state.charset(), state.separator(), state.sheet(), state.sheets());
    }
}
