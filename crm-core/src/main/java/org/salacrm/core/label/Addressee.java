package org.salacrm.core.label;

import java.util.List;

/**
 * One label: whom it is for and where that is.
 *
 * @param record id of the record
 * @param label its title
 * @param company name of the company, empty for a private person
 * @param person name with title, empty when nobody is known
 * @param address lines of the address, none when there is no address
 */
record Addressee(long record, String label, String company, String person, List<String> address) {
    boolean isAddressed() {
        return !address.isEmpty();
    }

    boolean isNamed() {
        return !company.isEmpty() || !person.isEmpty();
    }
}
