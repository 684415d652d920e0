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
     * @param show {@code error}, {@code repaired} or {@code fixed}: only rows with such a cell; {@code likely}: only
     *     rows that may be there already; empty for all
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
     * Decides what is done with a row that may be there already, or, of row 0, with all of which nothing else was
     * decided; without such a word nobody looks for them. Checks the rows again that are touched.
     */
    Fixed decide(long id, Choice choice);

    /**
     * What is done with a row that may be there already.
     *
     * @param choice {@code skip}, {@code update}, {@code create}, {@code merge}: fill in what the record lacks; empty
     *     to decide nothing
     * @param record which one is updated, 0 for the likeliest
     */
    record Choice(long row, String choice, long record) {}

    /**
     * What a row may be the same as.
     *
     * @param record id, 0 when it is another row or the caller may not read it
     * @param title empty when he may not read it
     * @param owner name of whom to ask
     * @param score 0 to 100
     * @param reasons names of the fields that agree
     * @param otherRow number of another row of the file, 0 for a record
     */
    record Likely(long record, String title, String owner, int score, List<String> reasons, long otherRow) {}

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
     * @param twins whether it may be there already, and what is done then
     */
    record CheckedRow(long row, List<String> cells, List<Imports.Problem> problems, List<Fix> fixes, Alike twins) {}

    /**
     * @param likely what a row may be the same as, the likeliest first
     * @param choice what somebody decided of it, empty when nobody did
     */
    record Alike(List<Likely> likely, String choice) {}

    /**
     * @param next behind which row the next page begins, 0 at the end
     * @param forAll what is done with rows of which nothing was decided, empty while nobody looks for them
     */
    record RowPage(List<CheckedRow> items, long next, String forAll, Imports.Summary summary) {}

    /**
     * What a correction came to.
     *
     * @param rows the first of the rows that were checked again
     * @param touched number of rows that were checked again
     * @param open whether more rows are touched, which only the next check of all rows tells
     */
    record Fixed(List<CheckedRow> rows, long touched, boolean open, Imports.Summary summary) {}
}
