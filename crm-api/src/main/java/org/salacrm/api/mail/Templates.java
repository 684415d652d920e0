package org.salacrm.api.mail;

import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.query.Ref;

/** Words that the company keeps for e-mails, with places for values of a record. Thread-safe. */
@ProviderType
public interface Templates {

    /**
     * Fills a template in for a record. What the current caller may not read, and what is empty, leaves its place
     * empty.
     *
     * @param language th or en; the other where the template has no words in it
     * @throws org.salacrm.api.record.AbsentRecordException when there is no such template for that kind of record
     */
    Filled fill(long template, Ref about, String language);

    /** What is left to be read over before it is sent. */
    record Filled(String subject, String body) {}
}
