package org.salacrm.core.alert;

import java.time.Instant;
import java.time.LocalDate;
import org.salacrm.api.query.Ref;

/**
 * Something to be told.
 *
 * @param rule id of the rule
 * @param occasion each is told only once per rule, record and occasion
 * @param by who did it, 0 for nobody
 * @param due moment it speaks of, null for none or a day
 * @param day day it speaks of, null for none
 * @param more how many others of the kind it speaks for
 * @param instead an unread one of another occasion is no longer needed
 * @param remark what whoever did it says of it, empty for nothing
 */
record Telling(
        String rule,
        String kind,
        Ref record,
        String occasion,
        long by,
        Instant due,
        LocalDate day,
        int more,
        boolean instead,
        String remark) {

    static Telling of(String rule, String kind, Ref record, String occasion, long by) {
        return new Telling(rule, kind, record, occasion, by, null, null, 0, false, "");
    }

    Telling andMore(int others) {
        return new Telling(rule, kind, record, occasion, by, due, day, others, instead, remark);
    }

    /** Takes the place of one that was not read yet. */
    Telling newest() {
        return new Telling(rule, kind, record, occasion, by, due, day, more, true, remark);
    }

    Telling saying(String other) {
        return new Telling(rule, kind, record, occasion, by, due, day, more, instead, other);
    }
}
