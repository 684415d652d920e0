package org.salacrm.core.importing;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports.Problem;

/**
 * What is known of a whole file before its first row is written: that it can be read to its end, how many rows it has,
 * in which columns the month stands before the day, and what was made good all over it.
 *
 * @param rows without those that are skipped
 * @param monthFirst numbers of columns in which some dates can be read only so, and none only the other way
 * @param notes what was made good, at the first row of each column
 */
record Survey(long rows, Set<Integer> monthFirst, List<Problem> notes) {

    /**
     * @param dates numbers of the columns that hold dates
     * @throws UnreadableFileException where it cannot be read on
     */
    static Survey of(TableFile table, ImportState state, List<Integer> dates, BooleanSupplier cancelled) {
        Iterator<SourceRow> body = body(table, state, state.headerRow());
        Set<Integer> monthFirst = new HashSet<>();
        Set<Integer> dayFirst = new HashSet<>();
        FileNotes notes = new FileNotes(state);
        long rows = 0;
        while (body.hasNext() && !cancelled.getAsBoolean()) {
            SourceRow row = body.next();
            if (!isRow(row, state)) {
                if (!row.blank()) {
                    notes.header(row);
                }
                continue;
            }
            rows++;
            notes.row(row, table.filled());
            for (int column : dates) {
                int order = DateCell.order(row.cell(column));
                if (order != 0) {
                    (order > 0 ? dayFirst : monthFirst).add(column);
                }
            }
        }
        monthFirst.removeAll(dayFirst);
        return new Survey(rows, monthFirst, notes.all());
    }

    /** What is to be told with rows behind one of them up to another. */
    List<Problem> notes(long behind, long last) {
        return notes.stream()
                .filter(note -> note.row() > behind && note.row() <= last)
                .toList();
    }

    /** The rows behind the given one. */
    static Iterator<SourceRow> body(TableFile table, ImportState state, long behind) {
        Iterator<SourceRow> rows = table.rows();
        boolean found = false;
        while (!found && rows.hasNext()) {
            found = rows.next().number() >= Math.max(state.headerRow(), behind);
        }
        return rows;
    }

    /** Empty rows count for nothing, nor do headers that some programs print again on every page. */
    static boolean isRow(SourceRow row, ImportState state) {
        return !row.blank() && !repeats(state.columns(), row);
    }

    private static boolean repeats(List<ImportState.Column> columns, SourceRow row) {
        return row.width() <= columns.size()
                && columns.stream()
                        .allMatch(c -> Clean.text(row.cell(c.index()).text()).equals(c.header()));
    }
}
