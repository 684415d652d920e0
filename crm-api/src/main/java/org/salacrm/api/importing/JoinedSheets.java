package org.salacrm.api.importing;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The other sheets of a workbook that is imported, of which a column names its records: the contacts of accounts by the
 * account's code. Each is imported for itself, after the records it names. Works for the current caller, as
 * {@link Imports} does.
 */
@ProviderType
public interface JoinedSheets {

    /** In the order of the workbook; none for what is no workbook. */
    List<Joined> of(long id);

    /**
     * Begins the import of such a sheet, out of the same file.
     *
     * @throws org.salacrm.api.record.InvalidRecordException when none of that name is joined, field {@code sheet}
     */
    ImportState take(long id, String sheet);

    /**
     * A sheet that can come behind.
     *
     * @param entity what its rows are
     * @param column index of the column that names the records
     * @param field reference that the column is read into
     */
    record Joined(String sheet, String entity, int column, String header, String field) {}
}
