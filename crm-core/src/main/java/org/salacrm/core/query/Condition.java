package org.salacrm.core.query;

import java.util.List;

/**
 * A filter resolved for one caller: two-valued (empty compares as false), negation pushed to the leaves, values
 * replaced by their numbers. Equal conditions give equal SQL.
 */
sealed interface Condition {
    Condition TRUE = new And(List.of());
    Condition FALSE = new Or(List.of());

    record And(List<Condition> all) implements Condition {}

    record Or(List<Condition> any) implements Condition {}

    /** What is asked of one column. */
    enum Is {
        EQ("=", "<>"),
        LT("<", ">="),
        LE("<=", ">"),
        GT(">", "<="),
        GE(">=", "<"),
        /** As those above, of the key by which a text is sorted. */
        KEY_GE(">=", "<"),
        KEY_LT("<", ">="),
        IN("", ""),
        /** Holds text, upper and lower case alike. */
        LIKE("", ""),
        /** Has a code among several. */
        HAS("", ""),
        EMPTY("", "");

        final String sql;
        final String opposite;

        Is(String sql, String opposite) {
            this.sql = sql;
            this.opposite = opposite;
        }
    }

    /** A column compared with bound values. */
    record Test(Term term, Is is, Keys keys, boolean negated) implements Condition {}

    /** A column compared with another one of the same record. */
    record Pair(Term left, Is is, Term right, boolean negated) implements Condition {}

    /**
     * Records of another entity that refer to this one.
     *
     * @param type name of the other entity
     * @param named name of this entity, when the reference may lead to any entity; empty otherwise
     * @param reach which of the other records the caller may read
     */
    record Referred(String type, Term via, String named, Reach reach, Condition filter, boolean negated)
            implements Condition {}

    /** Records that the caller, bound in that slot, follows. */
    record Followed(String entity, int user, boolean negated) implements Condition {}

    /** Records shared with the caller, whatever else he may read. @param with says which, as a reach by shares alone */
    record Shared(Reach with, boolean negated) implements Condition {}

    /** Whether nothing but records named by their ids can hold. */
    default boolean names(Path id) {
        if (this instanceof Test test) {
            boolean one = test.is() == Is.IN || test.is() == Is.EQ;
            return one && !test.negated() && test.term().path().equals(id);
        }
        if (this instanceof Followed followed) {
            return !followed.negated();
        }
        if (this instanceof Shared shared) {
            return !shared.negated();
        }
        return this instanceof And and && and.all().stream().anyMatch(part -> part.names(id));
    }

    static Condition and(List<Condition> parts) {
        if (parts.contains(FALSE)) {
            return FALSE;
        }
        List<Condition> left = parts.stream().filter(c -> !c.equals(TRUE)).toList();
        return left.size() == 1 ? left.get(0) : new And(left);
    }

    static Condition or(List<Condition> parts) {
        if (parts.contains(TRUE)) {
            return TRUE;
        }
        List<Condition> left = parts.stream().filter(c -> !c.equals(FALSE)).toList();
        return left.size() == 1 ? left.get(0) : new Or(left);
    }

    static Condition of(boolean value) {
        return value ? TRUE : FALSE;
    }
}
