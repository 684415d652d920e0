package org.salacrm.api.privacy;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Everything known of a person. It reaches further than the rights of whoever asks, who needs {@link #PERMISSION} and
 * may read the person's record. Thread-safe.
 */
@ProviderType
public interface PersonalData {
    String PERMISSION = "core.personal-data";

    /**
     * Makes ready one file about a person, so that a refusal comes before the first byte.
     *
     * @throws org.salacrm.api.security.ForbiddenException without the permission
     * @throws org.salacrm.api.record.AbsentRecordException when he may not read the record
     * @throws org.salacrm.api.query.MalformedQueryException for an entity of which no record is a person
     */
    Collected of(String entity, long id);

    /**
     * A ZIP: each kind of record that names the person as a page to read ({@code .html}) and a table for other programs
     * ({@code .csv}), his notes and history as text, and the files kept with him and with what was done with him.
     */
    interface Collected {
        /** @return number of records, the person's own included */
        long to(OutputStream out) throws IOException;
    }
}
