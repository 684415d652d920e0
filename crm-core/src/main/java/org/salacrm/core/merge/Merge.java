package org.salacrm.core.merge;

import java.time.Instant;
import java.util.Map;

/**
 * A merge that was done.
 *
 * @param before values of the one that stayed, as they were
 * @param after the same fields as the merge left them
 */
record Merge(
        long id,
        String entity,
        long winner,
        long user,
        Instant at,
        Map<String, Object> before,
        Map<String, Object> after) {

    /** A row that moved and was given to somebody else since. */
    record Stray(Place place, long id) {}
}
