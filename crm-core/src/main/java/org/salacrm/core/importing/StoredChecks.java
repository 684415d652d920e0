package org.salacrm.core.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.importing.ImportChecks;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports;
import org.salacrm.api.importing.Imports.Problem;
import org.salacrm.api.importing.Imports.Summary;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;

/** Corrections of a checked import: kept in the database, and the rows they touch are checked again at once. */
@Component
public class StoredChecks implements ImportChecks {
    private static final int BATCH = 200;
    /** Rows that are checked again while somebody waits. */
    private static final int MOST = 1000;
    /** Rows of an answer. */
    private static final int TOLD = 100;

    private static final List<String> OPEN = List.of("uploaded", "checked", "failed");

    private final Imports imports;
    private final ImportServices services;
    private final CheckedRows checked;
    private final ImportStore store = new ImportStore();

    @Activate
    public StoredChecks(@Reference Imports imports, @Reference ImportServices services) {
        this.imports = imports;
        this.services = services;
        this.checked = new CheckedRows(services.tx());
    }

    @Override
    public RowPage rows(long id, String show, long after, int limit) {
        imports.get(id);
        List<CheckedRows.Kept> found = checked.page(id, show, after, limit + 1);
        boolean more = found.size() > limit;
        List<CheckedRows.Kept> page = more ? found.subList(0, limit) : found;
        long next = more ? page.get(limit - 1).row().number() : 0;
        String forAll = checked.choices(id).stream()
                .filter(choice -> choice.row() == 0)
                .map(Choice::choice)
                .findFirst()
                .orElse("");
        return new RowPage(told(id, page), next, forAll, summary(id));
    }

    private List<CheckedRow> told(long id, List<CheckedRows.Kept> rows) {
        List<Long> numbers = rows.stream().map(kept -> kept.row().number()).toList();
        Map<Long, List<Problem>> problems = new LinkedHashMap<>();
        sql(db -> store.problems(db, id, numbers))
                .forEach(p -> problems.computeIfAbsent(p.row(), r -> new ArrayList<>())
                        .add(p));
        Fixes fixes = new Fixes(checked.fixes(id));
        Map<Long, String> choices = checked.choices(id).stream().collect(Collectors.toMap(Choice::row, Choice::choice));
        return rows.stream()
                .map(kept -> new CheckedRow(
                        kept.row().number(),
                        kept.row().cells().stream().map(SourceRow.Cell::text).toList(),
                        problems.getOrDefault(kept.row().number(), List.of()),
                        fixes.of(kept.row()).entrySet().stream()
                                .map(e -> at(e.getKey(), e.getValue()))
                                .toList(),
                        new Alike(kept.likely(), choices.getOrDefault(kept.row().number(), ""))))
                .toList();
    }

    private static Fix at(int column, Fix fix) {
        return new Fix(fix.row(), column, fix.was(), fix.value(), fix.ref());
    }

    @Override
    public Fixed fix(long id, Fix fix) {
        ImportState state = open(id);
        check(state, fix);
        stands(state, fix.row());
        Fix kept = fix.everywhere()
                ? new Fix(0, fix.column(), Clean.text(fix.was()), fix.value(), fix.ref())
                : new Fix(fix.row(), fix.column(), "", fix.value(), fix.ref());
        alone(id, () -> checked.fix(id, kept));
        return again(state, touched(id, kept));
    }

    @Override
    public Fixed decide(long id, Choice choice) {
        ImportState state = open(id);
        if (!choice.choice().isEmpty() && !Twins.CHOICES.contains(choice.choice())) {
            throw new InvalidRecordException(
                    List.of(new Refusal("choice", "invalid.unknown", Map.of("field", choice.choice()))));
        }
        stands(state, choice.row());
        alone(id, () -> checked.decide(id, choice));
        return again(state, choice.row() == 0 ? alike(id) : checked.rows(id, List.of(choice.row())));
    }

    @Override
    public Fixed takeBack(long id, Fix fix) {
        ImportState state = open(id);
        Fix kept = new Fix(fix.row(), fix.column(), fix.everywhere() ? Clean.text(fix.was()) : "", "", 0);
        alone(id, () -> checked.takeBack(id, kept));
        return again(state, touched(id, kept));
    }

    /** Nobody else corrects the import at the same moment: the last one counts. */
    private void alone(long id, Runnable work) {
        sql(db -> {
            store.lock(db, id);
            work.run();
            return id;
        });
    }

    private ImportState open(long id) {
        ImportState state = imports.get(id);
        if (!OPEN.contains(state.state())) {
            String key = List.of("done", "stopped").contains(state.state()) ? state.state() : "busy";
            throw new ConflictException(
                    "import." + key, Map.of("rows", state.summary().rows()));
        }
        return state;
    }

    private static void check(ImportState state, Fix fix) {
        if (fix.column() < 0 || fix.column() >= state.columns().size()) {
            throw new InvalidRecordException("column", "import.columns.absent");
        }
        noLonger("was", fix.was(), CheckedRows.LONGEST_WORD);
        noLonger("value", fix.value(), CheckedRows.LONGEST_CELL);
    }

    /** Refuses a row that the file does not have; of row 0 all are meant. */
    private void stands(ImportState state, long row) {
        if (row != 0 && (row <= state.headerRow() || row > last(state, row))) {
            throw new MalformedQueryException("row", "the file has no row " + row + " below its headers");
        }
    }

    /** The last row of the file; before it was looked through, as far as is asked. */
    private long last(ImportState state, long asked) {
        ImportStore.Stored stored = sql(db -> store.find(db, state.id())).orElseThrow();
        if (state.state().equals("checked")) {
            return stored.tally().row();
        }
        try (TempCopy copy = TempCopy.of(services.files().content(stored.hash()));
                TableFile table = TableFile.open(copy.path(), ImportWork.format(state))) {
            Iterator<SourceRow> rows = Survey.body(table, state, asked - 1);
            return rows.hasNext() ? rows.next().number() : 0;
        } catch (UnreadableFileException e) {
            throw e.asRefusal();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void noLonger(String name, String text, int limit) {
        if (text.length() > limit) {
            Map<String, Object> values = Map.of("limit", limit, "length", text.length());
            throw new InvalidRecordException(List.of(new Refusal(name, "import.text.long", values)));
        }
    }

    private List<CheckedRows.Kept> touched(long id, Fix fix) {
        return fix.everywhere()
                ? some(id, "", kept -> Fixes.text(kept.row(), fix.column()).equals(fix.was()))
                : checked.rows(id, List.of(fix.row()));
    }

    /** Rows that may be there already and of which nothing was decided. */
    private List<CheckedRows.Kept> alike(long id) {
        Set<Long> decided = checked.choices(id).stream().map(Choice::row).collect(Collectors.toSet());
        return some(id, "likely", kept -> !decided.contains(kept.row().number()));
    }

    private Fixed again(ImportState state, List<CheckedRows.Kept> touched) {
        long id = state.id();
        List<CheckedRows.Kept> now = touched.subList(0, Math.min(MOST, touched.size()));
        Writers writers = new Writers(services, false);
        // Rows above are not compared again; what they look like stays known.
        Map<Long, List<Likely>> rows = now.stream()
                .collect(Collectors.toMap(kept -> kept.row().number(), kept -> kept.likely().stream()
                        .filter(likely -> likely.otherRow() > 0)
                        .toList()));
        Twins twins = writers.twins(state, checked.choices(id), rows).alone();
        RowWriter writer = writers.writer(state, checked.monthFirst(id), twins);
        Fixes fixes = new Fixes(checked.fixes(id));
        for (int i = 0; i < now.size(); i += BATCH) {
            List<CheckedRows.Kept> batch = now.subList(i, Math.min(i + BATCH, now.size()));
            Batch done = writer.check(
                    batch.stream().map(kept -> fixes.apply(kept.row())).toList());
            replace(id, batch, fixes, done);
        }
        List<Long> first =
                now.stream().limit(TOLD).map(kept -> kept.row().number()).toList();
        return new Fixed(told(id, checked.rows(id, first)), now.size(), now.size() < touched.size(), summary(id));
    }

    private List<CheckedRows.Kept> some(long id, String show, Predicate<CheckedRows.Kept> which) {
        List<CheckedRows.Kept> some = new ArrayList<>();
        List<CheckedRows.Kept> page = checked.page(id, show, 0, BATCH);
        while (!page.isEmpty() && some.size() <= MOST) {
            page.stream().filter(which).forEach(some::add);
            page = checked.page(id, show, page.get(page.size() - 1).row().number(), BATCH);
        }
        return some;
    }

    /** What the rows came to counts instead of what they came to before. */
    private void replace(long id, List<CheckedRows.Kept> before, Fixes fixes, Batch done) {
        List<Long> numbers = before.stream().map(kept -> kept.row().number()).toList();
        sql(db -> {
            store.lock(db, id);
            // Somebody may have checked them meanwhile; what stands there is what no longer counts.
            List<CheckedRows.Kept> stood = checked.rows(id, numbers);
            checked.forget(id, numbers);
            checked.keepAll(id, stood.stream().map(CheckedRows.Kept::row).toList(), fixes, done);
            store.keep(db, id, done.problems());
            Tally tally = store.find(db, id).orElseThrow().tally();
            Summary now = minus(tally.summary(), stood).plus(done.summary());
            store.reached(db, id, new Tally(tally.row(), now));
            return now;
        });
    }

    private static Summary minus(Summary summary, List<CheckedRows.Kept> rows) {
        return new Summary(
                summary.rows() - rows.size(),
                summary.created() - count(rows, RowWriter.CREATED),
                summary.updated() - count(rows, RowWriter.UPDATED),
                summary.failed() - count(rows, CheckedRows.FAILED),
                summary.repaired()
                        - rows.stream().mapToLong(CheckedRows.Kept::repairs).sum(),
                summary.skipped() - count(rows, RowWriter.SKIPPED),
                summary.likely()
                        - rows.stream().filter(kept -> !kept.likely().isEmpty()).count());
    }

    private static long count(List<CheckedRows.Kept> rows, String outcome) {
        return rows.stream().filter(kept -> kept.outcome().equals(outcome)).count();
    }

    private Summary summary(long id) {
        return sql(db -> store.find(db, id)).orElseThrow().tally().summary();
    }

    private <T> T sql(FileImports.Sql<T> work) {
        return services.tx().required(() -> {
            try {
                Connection db = services.tx().connection();
                return work.with(db);
            } catch (SQLException e) {
                throw new IllegalStateException("the check of an import cannot be read or written", e);
            }
        });
    }
}
