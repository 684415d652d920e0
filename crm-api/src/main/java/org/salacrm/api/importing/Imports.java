package org.salacrm.api.importing;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Imports of CSV, XLSX and vCard files into one entity. An import belongs to who made it. All methods work for the
 * current caller, who needs the right to import; {@link org.salacrm.api.record.AbsentRecordException} when it is not
 * his.
 */
@ProviderType
public interface Imports {

    /**
     * Takes a file in and finds out how it is to be read and which column means what.
     *
     * @throws org.salacrm.api.record.InvalidRecordException when it is no readable table, field {@code file}
     */
    ImportState upload(String entity, String fileName, InputStream content);

    ImportState get(long id);

    /** Changes how the file is read and mapped; what is not named stays. An earlier check counts no longer. */
    ImportState change(long id, Change change);

    /** Checks all rows and writes nothing. @return id of the job */
    long check(long id);

    /** Imports the rows; refused ones are left out and listed. @return id of the job */
    long run(long id);

    /**
     * Problems of the last check or run in the order of rows.
     *
     * @param errors whether only those that refuse a row, without what was repaired
     * @param after cursor, empty for the first page
     */
    ProblemPage problems(long id, boolean errors, String after, int limit);

    /**
     * Writes the refused rows as they stood, with their reasons, to be corrected and imported again.
     *
     * @param type {@code xlsx}, or {@code csv} in UTF-8 with a byte order mark
     */
    void failed(long id, String type, OutputStream out);

    /**
     * A change of an import; null stands for "as it is".
     *
     * @param columns field path per column index; an empty path leaves the column out
     * @param mode create, update or both
     * @param key path by which existing records are found for update and both
     * @param defaults values that new records have where their row says nothing; several ids of {@code owner} in turn
     * @param eras in which the years of a column are meant, per column index ({@link ImportState.Column#era})
     */
    record Change(
            String charset,
            String separator,
            String sheet,
            Integer headerRow,
            Map<Integer, String> columns,
            String mode,
            String key,
            Map<String, Object> defaults,
            Boolean createPickValues,
            Map<Integer, String> eras) {}

    /** A page of problems. @param next cursor of the next page, empty at the end */
    record ProblemPage(List<Problem> items, String next, Summary summary) {}

    /**
     * A cell, or a row as a whole, that was refused or repaired.
     *
     * @param row number in the file as the user sees it there, from 1
     * @param column index from 0, -1 for the row as a whole
     * @param messageKey sentence, filled with {@code values}
     * @param severity error or repaired
     */
    record Problem(
            long row,
            int column,
            String header,
            String field,
            String value,
            String messageKey,
            Map<String, Object> values,
            String severity) {}

    /**
     * What a check or run came to, in rows; repaired in cells.
     *
     * @param skipped left out because they may be there already
     * @param likely of all rows those that may be there already, whatever is done with them
     */
    record Summary(long rows, long created, long updated, long failed, long repaired, long skipped, long likely) {
        public static final Summary NONE = new Summary(0, 0, 0, 0, 0);

        /** Of rows of which none may be there already. */
        public Summary(long rows, long created, long updated, long failed, long repaired) {
            this(rows, created, updated, failed, repaired, 0, 0);
        }

        public Summary plus(Summary more) {
            return new Summary(
                    rows + more.rows,
                    created + more.created,
                    updated + more.updated,
                    failed + more.failed,
                    repaired + more.repaired,
                    skipped + more.skipped,
                    likely + more.likely);
        }
    }
}
