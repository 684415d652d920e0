package org.salacrm.core.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Report;
import org.salacrm.api.query.Table;

/** Says which records a number of a report was made from. */
final class Drills {
    private static final Table.Drill NONE = new Table.Drill("", new Filter.Any(List.of()));

    private final Report report;
    private final ReportColumns columns;
    private final Periods periods;
    private final List<Object> top;

    /** @param top values of the first dimension that are not the rest */
    Drills(Report report, ReportColumns columns, Periods periods, List<Object> top) {
        this.report = report;
        this.columns = columns;
        this.periods = periods;
        this.top = top;
    }

    /** @param key values of all dimensions */
    Table.Drill of(ReportColumns.Col column, List<Object> key) {
        return columns.source(column).map(source -> of(source, column, key)).orElse(NONE);
    }

    private Table.Drill of(ReportColumns.Col source, ReportColumns.Col column, List<Object> key) {
        Report.Fact fact = report.facts().get(source.fact());
        boolean before = source.before();
        Periods when = before ? periods.earlier() : periods;
        Report.Measure measure = fact.measures().get(source.measure());
        List<Filter> all = new ArrayList<>();
        all.add(when.in(fact.filter()));
        all.add(when.in(measure.filter()));
        if (!fact.date().isEmpty()) {
            all.add(Periods.days(fact.date(), when.now()));
        }
        for (int i = 0; i < key.size(); i++) {
            Report.Dimension dimension = report.dimensions().get(i);
            String path = path(fact, dimension);
            boolean shifts = before && path.equals(fact.date());
            if (i == key.size() - 1 && (runsUp(source) || runsUp(column))) {
                all.add(upTo(dimension, path, key.get(i), shifts));
            } else {
                all.add(
                        key.get(i) == ReportRun.REST
                                ? Filter.not(among(path, top))
                                : equal(dimension, path, key.get(i), shifts));
            }
        }
        all.removeIf(Filter.NONE::equals);
        return new Table.Drill(fact.entity(), all.size() == 1 ? all.get(0) : new Filter.All(all));
    }

    private boolean runsUp(ReportColumns.Col column) {
        String name = column.name().replace(ReportColumns.BEFORE, "");
        return report.shaping().cumulative().contains(name);
    }

    static String path(Report.Fact fact, Report.Dimension dimension) {
        return fact.paths().getOrDefault(dimension.name(), dimension.path());
    }

    /** The dimension has one of the values. */
    static Filter among(String path, List<Object> values) {
        List<Filter> any = new ArrayList<>();
        values.forEach(value -> any.add(plain(path, value)));
        boolean simple = values.stream().noneMatch(v -> v == null || v instanceof Ref);
        return simple ? Filter.in(path, values) : new Filter.Any(any);
    }

    private static Filter plain(String path, Object value) {
        return value == null
                ? new Filter.Compare(path, Op.EMPTY, List.of())
                : Filter.eq(path, value instanceof Ref ref ? ref.entity() + "/" + ref.id() : value);
    }

    private Filter equal(Report.Dimension dimension, String path, Object value, boolean shifts) {
        Bucket bucket = ReportRun.bucket(dimension);
        if (bucket == Bucket.NONE || !(value instanceof LocalDate day)) {
            return plain(path, value);
        }
        if (shifts) {
            return shiftedBack(path, bucket, day::equals);
        }
        return Filter.where(path, Op.BETWEEN, day, bucket.end(day));
    }

    /** Everything that a running total counts when it comes to a value; what is empty it counts last. */
    private Filter upTo(Report.Dimension dimension, String path, Object value, boolean shifts) {
        if (value == null || value == ReportRun.REST) {
            return Filter.NONE;
        }
        if (!(value instanceof LocalDate day)) {
            return value instanceof Number ? Filter.where(path, Op.LE, value) : plain(path, value);
        }
        Bucket bucket = ReportRun.bucket(dimension);
        return shifts && bucket != Bucket.NONE
                ? shiftedBack(path, bucket, at -> !at.isAfter(day))
                : Filter.where(path, Op.LE, bucket == Bucket.NONE ? day : bucket.end(day));
    }

    /** The days of the period before that stand in some buckets of the period now. */
    private Filter shiftedBack(String path, Bucket bucket, Predicate<LocalDate> isMeant) {
        Period before = periods.before().orElseThrow();
        List<Filter> days = new ArrayList<>();
        for (LocalDate at = bucket.start(before.from()); !at.isAfter(before.to()); at = bucket.plus(at, 1)) {
            if (isMeant.test(periods.shifted(at, bucket))) {
                days.add(Filter.where(path, Op.BETWEEN, at, bucket.end(at)));
            }
        }
        return days.size() == 1 ? days.get(0) : new Filter.Any(days);
    }
}
