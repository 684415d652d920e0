package org.salacrm.core.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.salacrm.api.job.Undos;
import org.salacrm.core.action.ActionWorld;
import org.salacrm.core.store.Sql;
import org.salacrm.core.testing.FakeLive;
import org.salacrm.core.testing.Steps;

/** Bulk jobs and the way back from them, over a world of records. */
public final class UndoParts {
    /** Tables that only grow: what was done is told there, also that it was undone, and people were told of it. */
    private static final List<String> TOLD = List.of(
            "core_history",
            "core_outbox",
            "core_bin",
            "core_setup_history",
            "core_undo_run",
            "core_undo_step",
            "core_alert_told");

    /** What counts and dates writes. */
    private static final List<String> COUNTED = List.of("version", "modified_at", "modified_by_id");

    public final UndoRows rows;
    public final BulkJob bulk;
    public final UndoJob undo;
    final Making making;
    private final LeftRecords left;
    private final ActionWorld world;
    private final Sql sql;

    public UndoParts(ActionWorld world) {
        this.world = world;
        this.sql = new Sql(world.store.tx());
        BulkWorld jobs = new BulkWorld(world);
        rows = jobs.rows;
        bulk = jobs.bulk;
        undo = jobs.undo;
        making = jobs.making;
        left = new LeftRecords(world.types, world.queries, world.callers, world.given, jobs.since);
    }

    public Map<String, Object> undo(Object number) {
        return undo.run(Map.of("undo", number), new Steps());
    }

    public Map<String, Object> insist(Object number, Map<String, List<String>> anyway) {
        return undo.run(Map.of("undo", number, UndoJob.ANYWAY, anyway), new Steps());
    }

    public List<Undos.Left> left(Object number) {
        return left.of(rows.next(Long.parseLong(number.toString()), Long.MAX_VALUE, 100));
    }

    /** As people ask for it. */
    public Undos undos() {
        JobRows jobs = new JobRows(world.store.tx(), world.ids::incrementAndGet, new FakeLive(world.rung), world.clock);
        JobRunner nobody = null;
        return new StoredUndos(
                rows,
                left,
                new StoredJobs(jobs, nobody, world.callers, world.store.tx()),
                jobs,
                world.callers,
                world.store.tx());
    }

    /** All rows that are alive, by table. */
    public Map<String, List<String>> state() {
        Map<String, List<String>> state = new TreeMap<>();
        for (String table : tables()) {
            if (!TOLD.contains(table)) {
                state.put(
                        table,
                        sql.list("select * from " + table, UndoParts::line).stream()
                                .sorted()
                                .toList());
            }
        }
        return state;
    }

    private List<String> tables() {
        return world.store.tx().required(() -> {
            try (var found =
                    world.store.tx().connection().getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
                List<String> tables = new ArrayList<>();
                while (found.next()) {
                    tables.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
                }
                return tables.stream().filter(name -> name.startsWith("core_")).collect(Collectors.toList());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String line(ResultSet row) throws SQLException {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String column = row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT);
            if (!COUNTED.contains(column)) {
                line.append(' ').append(column).append('=').append(row.getString(i));
            }
        }
        return line.toString();
    }
}
