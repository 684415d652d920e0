package org.salacrm.api.mail;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.query.Ref;

/** Words that the company keeps for e-mails, with places for values of a record. Thread-safe. */
@ProviderType
public interface Templates {

    /**
     * Fills a template in for a record. What the current caller may not read, and what is empty, leaves its place
     * empty.
     *
     * @param language th, en, or empty for that of whom the record is about; Thai where there are no English words
     * @throws org.salacrm.api.record.AbsentRecordException when there is no such template for that kind of record
     */
    Filled fill(long template, Ref about, String language);

    /** The language in which whom a record is about is written to, as far as the current caller may read it. */
    String language(Ref about);

    /** What is left to be read over before it is sent. @param signatures those that the template wants below it */
    record Filled(String subject, String body, Set<Signature> signatures) {}
}
