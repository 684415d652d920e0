package org.salacrm.api.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.message.Text;

/**
 * What is known of a person, and what would become of it were he erased. It reaches further than the rights of whoever
 * asks, who needs {@link #PERMISSION} and may read the person's record. Erasing itself is a job of kind {@code erase}.
 *
 * <p>All methods throw {@link org.salacrm.api.security.ForbiddenException} without the permission, {@link
 * org.salacrm.api.record.AbsentRecordException} when he may not read the record, and {@link
 * org.salacrm.api.query.MalformedQueryException} for an entity of which no record is a person. Thread-safe.
 */
@ProviderType
public interface PersonalData {
    String PERMISSION = "core.personal-data";

    /** Makes ready one file about a person, so that a refusal comes before the first byte. */
    Collected of(String entity, long id);

    /** What would become of the records that name him, each entity once; those of which there are none are left out. */
    List<Fate> fates(String entity, long id);

    /**
     * A ZIP: each kind of record that names the person as a page to read ({@code .html}) and a table for other programs
     * ({@code .csv}), his notes and history as text, and the files kept with him and with what was done with him.
     */
    interface Collected {
        /** @return number of records, the person's own included */
        long to(OutputStream out) throws IOException;
    }

    /**
     * @param records how many there are
     * @param way one of the ways of {@link org.salacrm.api.definition.Erasure}
     * @param why for what reason they are kept; empty where they only refer to him
     */
    record Fate(String entity, long records, String way, Optional<Text> why) {}
}
