package org.salacrm.core.query;

import java.util.List;
import java.util.Optional;

/**
 * The groups and numbers of one fact, resolved for one caller, without values: what the SQL text depends on.
 *
 * @param groups what is grouped by; empty for what the caller may not see, which is one empty group
 */
record FactQuestion(Path id, Condition filter, Reach reach, List<Optional<Group>> groups, List<Measured> measures) {

    /** A value grouped by. */
    record Group(Term term, Bucket bucket) {

        /** A reference that may lead to any kind of record. */
        boolean any() {
            return "*".equals(term.path().field().ref());
        }
    }

    /** @param of what is counted, summed …; empty when every record counts */
    record Measured(String function, Optional<Number> of, Condition filter) {}

    /** A number of every record, computed by the database. */
    sealed interface Number {}

    /** A column as it is, when it is all. */
    record Plain(Term term) implements Number {}

    record Fixed(String digits) implements Number {}

    record Computed(char operator, Number left, Number right) implements Number {}

    record Between(Term from, Term to, int seconds) implements Number {}
}
