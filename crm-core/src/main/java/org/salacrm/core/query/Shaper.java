package org.salacrm.core.query;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Report;

/** Does to the numbers of a report what no database does: missing months, running totals, expressions, choice. */
final class Shaper {
    private static final int MOST_BUCKETS = 4_000;

    private final Report report;
    private final ReportColumns columns;
    private final Periods periods;

    Shaper(Report report, ReportColumns columns, Periods periods) {
        this.report = report;
        this.columns = columns;
        this.periods = periods;
    }

    void shape(Grid grid) {
        fill(grid);
        compute(grid, report.dimensions().size());
        Having having = new Having(report.shaping().having(), columns);
        grid.rows().values().removeIf(row -> !having.passes(row));
    }

    /** Running totals of measures, then expressions over them, then running totals of expressions. */
    void compute(Grid grid, int dimensions) {
        boolean whole = dimensions == report.dimensions().size() && dimensions > 0;
        List<Integer> running = new ArrayList<>();
        for (String name : report.shaping().cumulative()) {
            running.add(columns.required(name));
            int before = columns.index(name + ReportColumns.BEFORE);
            if (before >= 0) {
                running.add(before);
            }
        }
        for (int i = 0; i < columns.all().size(); i++) {
            int at = i;
            columns.all().get(i).expression().ifPresent(expression -> grid.rows()
                    .values()
                    .forEach(row -> row[at] = value(expression, row)));
            if (whole && running.contains(i)) {
                accumulate(grid, i);
            }
        }
    }

    private void accumulate(Grid grid, int at) {
        int last = report.dimensions().size() - 1;
        Map<List<Object>, Object> totals = new HashMap<>();
        grid.rows().entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getKey().get(last), Shaper::natural))
                .forEach(entry -> {
                    List<Object> outer = entry.getKey().subList(0, last);
                    Object own = entry.getValue()[at];
                    Object before = totals.get(outer);
                    Object total = own == null ? before : before == null ? own : Grid.plus(before, own);
                    totals.put(outer, total);
                    entry.getValue()[at] = total;
                });
    }

    /** @return null where an operand is empty or the divisor nothing */
    private BigDecimal value(Arithmetic arithmetic, Object[] row) {
        BigDecimal value = exact(arithmetic, row);
        return value == null ? null : FactAsker.plain(value);
    }

    private BigDecimal exact(Arithmetic arithmetic, Object[] row) {
        if (arithmetic instanceof Arithmetic.Constant constant) {
            return constant.value();
        }
        if (arithmetic instanceof Arithmetic.Name name) {
            Object value = row[columns.index(name.name())];
            if (value != null && !(value instanceof Number)) {
                throw new MalformedQueryException(name.name(), "is no number");
            }
            return value == null ? null : Grid.number(value);
        }
        if (!(arithmetic instanceof Arithmetic.Binary binary)) {
            throw new MalformedQueryException("", "days and hours stand in measures, not in expressions over them");
        }
        BigDecimal left = exact(binary.left(), row);
        BigDecimal right = exact(binary.right(), row);
        if (left == null || right == null) {
            return null;
        }
        return switch (binary.operator()) {
            case '+' -> left.add(right);
            case '-' -> left.subtract(right);
            case '*' -> left.multiply(right, MathContext.DECIMAL128);
            default -> right.signum() == 0 ? null : left.divide(right, MathContext.DECIMAL128);
        };
    }

    /** The first dimension's values with the greatest numbers; nothing is least. */
    List<Object> greatest(Grid ranking, Report.Top top) {
        int by = columns.required(top.by());
        return ranking.rows().entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<List<Object>, Object[]> e) -> e.getValue()[by],
                                Comparator.nullsFirst(Shaper::natural))
                        .reversed()
                        .thenComparing(e -> e.getKey().get(0), Shaper::natural))
                .limit(top.n())
                .map(e -> e.getKey().get(0))
                .toList();
    }

    /** Adds groups for days or months without records, and for every cell of a pivot. */
    private void fill(Grid grid) {
        for (int i = 0; i < report.dimensions().size(); i++) {
            Report.Dimension dimension = report.dimensions().get(i);
            Set<Object> values = new LinkedHashSet<>();
            int at = i;
            if (dimension.fill()) {
                values.addAll(buckets(grid, i, ReportRun.bucket(dimension)));
            }
            if (dimension.name().equals(report.shaping().pivot())) {
                grid.rows().keySet().forEach(key -> values.add(key.get(at)));
            }
            if (values.isEmpty()) {
                continue;
            }
            Set<List<Object>> others = new LinkedHashSet<>();
            grid.rows().keySet().forEach(key -> others.add(with(key, at, null)));
            if (others.isEmpty() && report.dimensions().size() == 1) {
                others.add(Arrays.asList((Object) null));
            }
            FactAsker.bounded((long) others.size() * values.size());
            others.forEach(key -> values.forEach(value -> grid.row(with(key, at, value))));
        }
    }

    private static List<Object> with(List<Object> key, int at, Object value) {
        List<Object> other = new ArrayList<>(key);
        other.set(at, value);
        return other;
    }

    private List<LocalDate> buckets(Grid grid, int at, Bucket bucket) {
        Report.Dimension dimension = report.dimensions().get(at);
        boolean dated = report.facts().values().stream()
                .anyMatch(f -> Drills.path(f, dimension).equals(f.date()));
        TreeSet<LocalDate> there = new TreeSet<>();
        grid.rows().keySet().forEach(key -> {
            if (key.get(at) instanceof LocalDate day) {
                there.add(day);
            }
        });
        if (dated && periods.now().isPresent()) {
            there.add(periods.now().get().from());
            there.add(periods.now().get().to());
        }
        List<LocalDate> all = new ArrayList<>();
        if (!there.isEmpty()) {
            for (LocalDate day = bucket.start(there.first());
                    !day.isAfter(there.last()) && all.size() < MOST_BUCKETS;
                    day = bucket.plus(day, 1)) {
                all.add(day);
            }
        }
        return all;
    }

    /** Order of values of one kind; empty comes last, the rest of a top after everything. */
    @SuppressWarnings("unchecked")
    static int natural(Object a, Object b) {
        if (a == ReportRun.REST || b == ReportRun.REST) {
            return Boolean.compare(a == ReportRun.REST, b == ReportRun.REST);
        }
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        if (a instanceof Number && b instanceof Number) {
            return Grid.number(a).compareTo(Grid.number(b));
        }
        return a.getClass() == b.getClass() && a instanceof Comparable
                ? ((Comparable<Object>) a).compareTo(b)
                : a.toString().compareTo(b.toString());
    }
}
