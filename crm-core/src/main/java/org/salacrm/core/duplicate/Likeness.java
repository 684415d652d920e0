package org.salacrm.core.duplicate;

import java.util.List;

/**
 * How likely two records are the same.
 *
 * @param score 0 to 100
 * @param reasons what was compared
 */
record Likeness(int score, List<Reason> reasons) {
    /** Agreement from which a field is said to agree. */
    private static final double AGREES = 0.7;

    /** @param agreement 1: surely the same, 0: says nothing, -1: surely different */
    record Reason(String field, double agreement) {}

    boolean agrees(String field) {
        return agreeing().contains(field);
    }

    /** The fields that agree. */
    List<String> agreeing() {
        return reasons.stream()
                .filter(reason -> reason.agreement() >= AGREES)
                .map(Reason::field)
                .toList();
    }
}
