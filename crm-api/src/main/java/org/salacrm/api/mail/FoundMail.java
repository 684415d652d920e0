package org.salacrm.api.mail;

import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.Records.Saved;

/**
 * Takes in e-mails that came another way: the file of one ({@code .eml}) becomes an activity of type e-mail in the
 * timeline of a record, as text; the file and what it enclosed hang on it. Thread-safe.
 */
@ProviderType
public interface FoundMail {

    /**
     * @param name what the file is called
     * @throws org.salacrm.api.record.InvalidRecordException naming file when it is no e-mail or too large
     */
    Saved take(Ref about, String name, InputStream file);
}
