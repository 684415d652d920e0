package org.salacrm.core.importing;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.salacrm.api.importing.ImportChecks.Choice;
import org.salacrm.api.importing.ImportChecks.Fix;
import org.salacrm.api.importing.ImportChecks.Likely;
import org.salacrm.api.importing.Imports.Problem;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/**
 * Keeps the rows of a check in which something was refused, repaired or corrected as they stand in the file, so that
 * they can be checked again without the file; and what was corrected.
 */
final class CheckedRows {
    static final String FAILED = "failed";
    static final int LONGEST_WORD = 250;
    /** As long as a cell of a file. */
    static final int LONGEST_CELL = 32_767;

    private static final String INSERT =
            "insert into core_import_row (import_id, row_no, outcome, errors, repairs, fixed, cells,"
                    + " alike, likely)"
                    + " values (?,?,?,?,?,?,?,?,?)";

    private final Tx tx;
    private final Sql sql;

    CheckedRows(Tx tx) {
        this.tx = tx;
        this.sql = new Sql(tx);
    }

    /** A row with what became of it. */
    record Kept(SourceRow row, String outcome, int repairs, List<Likely> likely) {}

    List<Fix> fixes(long id) {
        return sql.list(
                "select row_no, column_no, was, cell, ref_id from core_import_fix where import_id = ?",
                row -> new Fix(row.getLong(1), row.getInt(2), row.getString(3), row.getString(4), row.getLong(5)),
                id);
    }

    void fix(long id, Fix fix) {
        takeBack(id, fix);
        sql.update(
                "insert into core_import_fix (import_id, row_no, column_no, was, cell, ref_id) values (?,?,?,?,?,?)",
                id,
                fix.row(),
                fix.column(),
                fix.was(),
                fix.value(),
                fix.ref());
    }

    void takeBack(long id, Fix fix) {
        sql.update(
                "delete from core_import_fix where import_id = ? and row_no = ? and column_no = ? and was = ?",
                id,
                fix.row(),
                fix.column(),
                fix.was());
    }

    /** The columns are others now, and with them all that was corrected. */
    void forgetFixes(long id) {
        sql.update("delete from core_import_fix where import_id = ?", id);
        sql.update("delete from core_import_choice where import_id = ? and row_no > 0", id);
    }

    List<Choice> choices(long id) {
        return sql.list(
                "select row_no, choice, record_id from core_import_choice where import_id = ?",
                row -> new Choice(row.getLong(1), row.getString(2), row.getLong(3)),
                id);
    }

    void decide(long id, Choice choice) {
        sql.update("delete from core_import_choice where import_id = ? and row_no = ?", id, choice.row());
        if (!choice.choice().isEmpty()) {
            sql.update(
                    "insert into core_import_choice (import_id, row_no, choice, record_id) values (?,?,?,?)",
                    id,
                    choice.row(),
                    choice.choice(),
                    choice.record());
        }
    }

    void setMonthFirst(long id, Set<Integer> columns) {
        String text = columns.stream().map(String::valueOf).collect(Collectors.joining(","));
        sql.update("update core_import set month_first = ? where id = ?", text, id);
    }

    Set<Integer> monthFirst(long id) {
        String text = sql.first(
                        "select month_first from core_import where id = ?",
                        row -> Objects.requireNonNullElse(row.getString(1), ""),
                        id)
                .orElse("");
        return Arrays.stream(text.split(","))
                .filter(one -> !one.isEmpty())
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    /** @param rows as they stand in the file */
    void keep(long id, List<SourceRow> rows, Fixes fixes, Batch done) {
        Set<Long> told = new HashSet<>(counts(done.problems()).keySet());
        told.addAll(done.rows().likely().keySet());
        keepAll(
                id,
                rows.stream()
                        .filter(row ->
                                told.contains(row.number()) || !fixes.of(row).isEmpty())
                        .toList(),
                fixes,
                done);
    }

    /** Also rows of which there is nothing to tell any more, so that what was corrected can be taken back. */
    void keepAll(long id, List<SourceRow> rows, Fixes fixes, Batch done) {
        Map<Long, int[]> found = counts(done.problems());
        List<Object[]> all = new ArrayList<>();
        for (SourceRow row : rows) {
            int[] count = found.getOrDefault(row.number(), new int[2]);
            all.add(new Object[] {
                id,
                row.number(),
                done.rows().outcomes().getOrDefault(row.number(), FAILED),
                count[0],
                count[1],
                fixes.of(row).size(),
                RowText.write(row),
                done.rows().likely().getOrDefault(row.number(), List.of()).size(),
                RowText.likely(done.rows().likely().getOrDefault(row.number(), List.of()))
            });
        }
        insert(all);
    }

    private void insert(List<Object[]> rows) {
        tx.required(() -> {
            try (PreparedStatement insert = tx.connection().prepareStatement(INSERT)) {
                for (Object[] row : rows) {
                    for (int i = 0; i < row.length; i++) {
                        insert.setObject(i + 1, row[i]);
                    }
                    insert.addBatch();
                }
                return rows.isEmpty() ? new int[0] : insert.executeBatch();
            } catch (SQLException e) {
                throw new IllegalStateException("the rows of a check cannot be kept", e);
            }
        });
    }

    /** Errors and repairs by row. */
    private static Map<Long, int[]> counts(List<Problem> problems) {
        Map<Long, int[]> counts = new TreeMap<>();
        problems.forEach(p ->
                counts.computeIfAbsent(p.row(), r -> new int[2])[p.severity().equals("error") ? 0 : 1]++);
        return counts;
    }

    void forget(long id, Collection<Long> rows) {
        String in = in(rows);
        sql.update("delete from core_import_row where import_id = ? and row_no in (" + in + ")", id);
        sql.update("delete from core_import_problem where import_id = ? and row_no in (" + in + ")", id);
    }

    /** @param show error, repaired, fixed or empty for all */
    List<Kept> page(long id, String show, long after, int limit) {
        String where =
                switch (show) {
                    case "error" -> " and errors > 0";
                    case "repaired" -> " and repairs > 0";
                    case "fixed" -> " and fixed > 0";
                    case "likely" -> " and alike > 0";
                    default -> "";
                };
        return sql.list(
                "select row_no, cells, outcome, repairs, likely from core_import_row where import_id = ? and row_no > ?"
                        + where + " order by row_no fetch first " + limit + " rows only",
                CheckedRows::kept,
                id,
                after);
    }

    List<Kept> rows(long id, Collection<Long> numbers) {
        return sql.list(
                "select row_no, cells, outcome, repairs, likely from core_import_row where import_id = ?"
                        + " and row_no in (" + in(numbers) + ") order by row_no",
                CheckedRows::kept,
                id);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                RowText.read(row.getLong(1), row.getString(2)),
                row.getString(3),
                row.getInt(4),
                RowText.likely(Objects.requireNonNullElse(row.getString(5), "[]")));
    }

    private static String in(Collection<Long> numbers) {
        List<String> all = new ArrayList<>(List.of("-1"));
        numbers.forEach(number -> all.add(number.toString()));
        return String.join(",", all);
    }
}
