package org.salacrm.core.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Op;

/** Which rows of a report are answered, by their numbers: {@code remaining > 0}. */
final class Having {
    private final Predicate<Object[]> predicate;

    Having(Filter filter, ReportColumns columns) {
        this.predicate = predicate(filter, columns);
    }

    boolean passes(Object[] row) {
        return predicate.test(row);
    }

    private static Predicate<Object[]> predicate(Filter filter, ReportColumns columns) {
        if (filter instanceof Filter.All all) {
            List<Predicate<Object[]>> parts =
                    all.filters().stream().map(f -> predicate(f, columns)).toList();
            return row -> parts.stream().allMatch(p -> p.test(row));
        }
        if (filter instanceof Filter.Any any) {
            List<Predicate<Object[]>> parts =
                    any.filters().stream().map(f -> predicate(f, columns)).toList();
            return row -> parts.stream().anyMatch(p -> p.test(row));
        }
        if (filter instanceof Filter.Not not) {
            return predicate(not.filter(), columns).negate();
        }
        if (filter instanceof Filter.Compare compare) {
            return compare(compare, columns);
        }
        throw new MalformedQueryException("having", "compares numbers of the report");
    }

    private static Predicate<Object[]> compare(Filter.Compare compare, ReportColumns columns) {
        int at = columns.required(compare.path());
        if (compare.op().equals(Op.EMPTY)) {
            return row -> row[at] == null;
        }
        if (compare.op().equals(Op.NOT_EMPTY)) {
            return row -> row[at] != null;
        }
        BigDecimal value = number(compare);
        Predicate<Integer> fits =
                switch (compare.op()) {
                    case Op.EQ -> c -> c == 0;
                    case Op.NE -> c -> c != 0;
                    case Op.LT -> c -> c < 0;
                    case Op.LE -> c -> c <= 0;
                    case Op.GT -> c -> c > 0;
                    case Op.GE -> c -> c >= 0;
                    default -> throw new MalformedQueryException(compare.path(), "having knows = != < <= > >= empty");
                };
        return row ->
                row[at] instanceof Number && fits.test(Grid.number(row[at]).compareTo(value));
    }

    private static BigDecimal number(Filter.Compare compare) {
        try {
            return new BigDecimal(String.valueOf(compare.values().get(0)));
        } catch (NumberFormatException e) {
            throw new MalformedQueryException(compare.path(), "is compared with a number");
        }
    }
}
