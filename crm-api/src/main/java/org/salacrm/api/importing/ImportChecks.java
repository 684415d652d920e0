package org.salacrm.api.importing;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a check found, in the hands of whoever repairs it: its rows, and cells that are read otherwise than they stand
 * in the file. Corrections are kept with the import and obeyed by the next check and by the run; the file stays as it
 * is. All methods work for the current caller on his own imports.
 */
@ProviderType
public interface ImportChecks {

    /**
     * Rows of the last check in which something was refused, repaired or corrected, in the order of the file.
     *
     * @param show {@code error}, {@code repaired} or {@code fixed}: only rows with such a cell; empty for all
     * @param after number of the row behind which the page begins, 0 for the first
     */
    RowPage rows(long id, String show, long after, int limit);

    /**
     * Corrects a cell, or all equal cells of a column, and checks the rows again that are touched.
     *
     * @throws org.salacrm.api.record.ConflictException when the import is under way or was run
     */
    Fixed fix(long id, Fix fix);

    /** Takes a correction back and checks the rows again that it touched. */
    Fixed takeBack(long id, Fix fix);

    /**
     * A correction.
     *
     * @param row number in the file, 0 for every row whose cell says the same
     * @param column index from 0
     * @param was what all those cells say, without blanks at the ends; empty for one cell
     * @param value what is read instead
     * @param ref id of the record that is meant, 0 when the value is to be read as it stands
     */
    record Fix(long row, int column, String was, String value, long ref) {

        public boolean everywhere() {
            return row == 0;
        }
    }

    /**
     * A row that was checked.
     *
     * @param cells as they stand in the file
     * @param fixes what is read otherwise
     */
    record CheckedRow(long row, List<String> cells, List<Imports.Problem> problems, List<Fix> fixes) {}

    /** @param next behind which row the next page begins, 0 at the end */
    record RowPage(List<CheckedRow> items, long next, Imports.Summary summary) {}

    /**
     * What a correction came to.
     *
     * @param rows the first of the rows that were checked again
     * @param touched number of rows that were checked again
     * @param open whether more rows are touched, which only the next check of all rows tells
     */
    record Fixed(List<CheckedRow> rows, long touched, boolean open, Imports.Summary summary) {}
}
