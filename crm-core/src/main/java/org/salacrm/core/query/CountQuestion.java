package org.salacrm.core.query;

import java.util.List;

/**
 * A question for the number of records and sums over them, resolved for one caller, without its values.
 *
 * @param cap counting ends here; 0: counts all
 */
record CountQuestion(Path id, Condition filter, Reach reach, List<Term> sums, int cap) {}
