package org.salacrm.api.definition;

import java.util.Optional;
import org.salacrm.api.query.Filter;

/**
 * To whom a letter to a record is addressed; YAML kind {@code receivers}. Where an entity has none, its letters bear
 * its title. All keys but entity are paths from the entity.
 *
 * @param company name of the company
 * @param companyEn its name in English, for letters in English
 * @param person name of the person
 * @param salutation code of the person's title, of the pick list salutation
 * @param elsewhere a reference to whose addresses count while the record has none itself
 * @param people who is written to at the record, where it names no person
 */
public record Receiver(
        String id,
        String entity,
        String company,
        String companyEn,
        String person,
        String salutation,
        String elsewhere,
        Optional<People> people)
        implements Definition {

    /** Whether this says of the records of an entity that they are people. */
    public boolean isPerson(String name) {
        return entity.equals(name) && !person.isEmpty();
    }

    /**
     * People who belong to a record; the first of them is written to.
     *
     * @param of their field that refers to it
     * @param name path of their name
     * @param filter who of them counts
     */
    public record People(String entity, String of, String name, String salutation, Filter filter) {}
}
