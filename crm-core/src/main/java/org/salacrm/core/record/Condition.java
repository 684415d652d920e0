package org.salacrm.core.record;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.record.Change;

/** Whether a condition holds for a record as it is about to be written, by its own values alone. */
final class Condition {
    private final Change change;
    private final Function<String, Optional<Object>> values;

    Condition(Change change) {
        this(change, change::value);
    }

    private Condition(Change change, Function<String, Optional<Object>> values) {
        this.change = change;
        this.values = values;
    }

    /** For the record as it was. */
    static Condition before(Change change) {
        return new Condition(change, change::old);
    }

    /** Collects the fields that a condition looks at. */
    static void fields(Filter filter, Set<String> found) {
        if (filter instanceof Filter.Compare compare) {
            found.add(compare.path());
        }
        filter.inner().forEach(one -> fields(one, found));
    }

    boolean holds(Filter filter) {
        if (filter instanceof Filter.Compare compare) {
            return holds(compare);
        }
        if (filter instanceof Filter.Any any) {
            return any.filters().stream().anyMatch(this::holds);
        }
        if (filter instanceof Filter.Not not) {
            return !holds(not.filter());
        }
        return filter.inner().stream().allMatch(this::holds);
    }

    private boolean holds(Filter.Compare compare) {
        Object value = change.type().field(compare.path()).isEmpty()
                ? null
                : values.apply(compare.path()).orElse(null);
        boolean empty = Same.isEmpty(value);
        return switch (compare.op()) {
            case Op.EMPTY -> empty;
            case Op.NOT_EMPTY -> !empty;
            case Op.NE, Op.NOT_IN -> empty || compare.values().stream().noneMatch(one -> compare(value, one) == 0);
            default -> !empty && passes(compare, value);
        };
    }

    private boolean passes(Filter.Compare compare, Object value) {
        List<Object> wanted = compare.values();
        return switch (compare.op()) {
            case Op.EQ, Op.IN -> wanted.stream().anyMatch(one -> compare(value, one) == 0);
            case Op.LT -> compare(value, wanted.get(0)) < 0;
            case Op.LE -> compare(value, wanted.get(0)) <= 0;
            case Op.GT -> compare(value, wanted.get(0)) > 0;
            case Op.GE -> compare(value, wanted.get(0)) >= 0;
            default -> throw new IllegalStateException("no condition of a form: " + compare.op());
        };
    }

    private int compare(Object value, Object given) {
        Object wanted = given.equals("@me") ? (Object) change.caller().user() : given;
        return value instanceof Number && wanted instanceof Number
                ? new BigDecimal(value.toString()).compareTo(new BigDecimal(wanted.toString()))
                : value.toString().compareTo(wanted.toString());
    }
}
