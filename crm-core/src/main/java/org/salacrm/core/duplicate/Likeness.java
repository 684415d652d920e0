package org.salacrm.core.duplicate;

import java.util.List;

/**
 * How likely two records are the same.
 *
 * @param score 0 to 100
 * @param reasons what was compared
 */
record Likeness(int score, List<Reason> reasons) {

    /** @param agreement 1: surely the same, 0: says nothing, -1: surely different */
    record Reason(String field, double agreement) {}

    boolean agrees(String field) {
        return reasons.stream()
                .anyMatch(reason -> reason.field().equals(field) && reason.agreement() >= Pattern.AGREES);
    }
}
