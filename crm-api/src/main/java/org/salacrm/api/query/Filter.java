package org.salacrm.api.query;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A condition over records: one small tree that is the same in lists, views, rules, reports and on the wire.
 * Values are what JSON knows (text, number, boolean), java.time values, or tokens such as {@code @me},
 * {@code @today-30d}, {@code @thisMonth}, which the engine resolves when the question is asked.
 */
public sealed interface Filter {

    /** No condition. */
    Filter NONE = new All(List.of());

    /** Every one of the filters holds; true when empty. */
    record All(List<Filter> filters) implements Filter {
        public All {
            filters = List.copyOf(filters);
        }
    }

    /** At least one of the filters holds; false when empty. */
    record Any(List<Filter> filters) implements Filter {
        public Any {
            filters = List.copyOf(filters);
        }
    }

    /** The filter does not hold; unknown (null) counts as not holding, so its negation holds. */
    record Not(Filter filter) implements Filter {}

    /**
     * A field compared with values.
     *
     * @param path field, or fields through references: {@code account.territory.name}
     * @param op one of {@link Op}; {@code !=} and {@code notIn} are what {@code =} and {@code in} are not, so an
     *     empty field passes them
     * @param values none for empty/notEmpty, two for between, any number for in/notIn, otherwise one
     */
    record Compare(String path, String op, List<Object> values) implements Filter {
        public Compare {
            values = List.copyOf(values);
        }
    }

    /** At least one record of another entity refers to this one by its field {@code via} and passes the filter. */
    record Exists(String entity, String via, Filter filter) implements Filter {}

    static Filter eq(String path, Object value) {
        return new Compare(path, Op.EQ, List.of(value));
    }

    static Filter where(String path, String op, Object... values) {
        return new Compare(path, op, List.of(values));
    }

    static Filter in(String path, Collection<?> values) {
        return new Compare(path, Op.IN, List.copyOf(values));
    }

    static Filter all(Filter... filters) {
        return new All(List.of(filters));
    }

    static Filter any(Filter... filters) {
        return new Any(List.of(filters));
    }

    static Filter not(Filter filter) {
        return new Not(filter);
    }

    /** The filters it is made of; none where it compares. */
    default List<Filter> inner() {
        if (this instanceof All all) {
            return all.filters();
        }
        if (this instanceof Any any) {
            return any.filters();
        }
        if (this instanceof Not not) {
            return List.of(not.filter());
        }
        return this instanceof Exists exists ? List.of(exists.filter()) : List.of();
    }

    /** Both hold; leaves out what is no condition. */
    default Filter and(Filter other) {
        return this.equals(NONE) ? other : other.equals(NONE) ? this : new All(List.of(this, other));
    }

    /**
     * Reads the tree form: maps, lists and plain values as JSON and YAML give them.
     *
     * @throws MalformedQueryException naming what is wrong
     */
    static Filter parse(Object tree) {
        return FilterTree.read(tree, 0);
    }

    /** The tree form, for JSON and YAML. */
    default Map<String, Object> tree() {
        return FilterTree.write(this);
    }
}
