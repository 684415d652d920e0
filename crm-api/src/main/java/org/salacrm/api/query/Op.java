package org.salacrm.api.query;

import java.util.Set;

/** Operators of a comparison. */
public final class Op {
    public static final String EQ = "=";
    public static final String NE = "!=";
    public static final String LT = "<";
    public static final String LE = "<=";
    public static final String GT = ">";
    public static final String GE = ">=";
    public static final String IN = "in";
    public static final String NOT_IN = "notIn";
    /** Text holds the value anywhere, upper and lower case alike; of several codes: has this one. */
    public static final String CONTAINS = "contains";

    public static final String STARTS_WITH = "startsWith";
    /** The text stands under this letter; what a name is led by, as the form of a company, does not count. */
    public static final String LETTER = "letter";

    public static final String EMPTY = "empty";
    public static final String NOT_EMPTY = "notEmpty";
    /** From the first value to the second, both included. */
    public static final String BETWEEN = "between";
    /** A date or instant lies in a named period such as {@code @thisMonth}, in the company's time zone. */
    public static final String WITHIN = "within";
    /** A number made of month and day (1231) lies in a named period of whatever year, such as {@code @next7}. */
    public static final String YEARLY = "yearly";
    /** Text search over the fields an entity is searched by; the path is {@code *} or one field. */
    public static final String MATCHES = "matches";

    static final Set<String> ALL = Set.of(
            EQ,
            NE,
            LT,
            LE,
            GT,
            GE,
            IN,
            NOT_IN,
            CONTAINS,
            STARTS_WITH,
            LETTER,
            EMPTY,
            NOT_EMPTY,
            BETWEEN,
            WITHIN,
            YEARLY,
            MATCHES);

    private Op() {}
}
