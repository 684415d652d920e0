package org.salacrm.core.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Report;

/**
 * The time a report looks at and, for a comparison, the time it is compared with.
 *
 * @param now empty: all time
 * @param before period compared with; empty without a comparison
 */
record Periods(Optional<Period> now, Optional<Period> before, String compare) {

    /** @throws MalformedQueryException when the period or the comparison cannot be understood */
    static Periods of(Report.Shaping shaping, CompanyTime time) {
        Optional<Period> now = period(shaping.period(), time);
        if (shaping.compare().isEmpty()) {
            return new Periods(now, now.map(Period::previous), "");
        }
        Period chosen = now.orElseThrow(() -> new MalformedQueryException("period", "a comparison needs a period"));
        return switch (shaping.compare()) {
            case "previous" -> new Periods(now, Optional.of(chosen.previous()), "previous");
            case "lastYear" -> new Periods(now, Optional.of(chosen.lastYear()), "lastYear");
            default -> throw new MalformedQueryException(shaping.compare(), "compare is previous or lastYear");
        };
    }

    private static Optional<Period> period(List<Object> given, CompanyTime time) {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (given.size() == 1) {
            String token = String.valueOf(given.get(0));
            return Optional.of(
                    time.period(token).orElseThrow(() -> new MalformedQueryException(token, "is no period")));
        }
        try {
            LocalDate from = day(given.get(0), time);
            LocalDate to = day(given.get(1), time);
            if (given.size() == 2 && !to.isBefore(from)) {
                return Optional.of(new Period(from, to));
            }
        } catch (DateTimeException e) {
            throw new MalformedQueryException("period", "cannot be " + given);
        }
        throw new MalformedQueryException("period", "is a token or two dates, the earlier first");
    }

    private static LocalDate day(Object given, CompanyTime time) {
        return given instanceof LocalDate day
                ? day
                : time.day(String.valueOf(given)).orElseGet(() -> LocalDate.parse(String.valueOf(given)));
    }

    boolean compared() {
        return !compare.isEmpty();
    }

    /** The periods as they were one comparison earlier. */
    Periods earlier() {
        Optional<Period> further = before.map(b -> compare.equals("lastYear") ? b.lastYear() : b.previous());
        return new Periods(before, further, compare);
    }

    /** The filter with {@code @period}, {@code @before} and {@code @earlier} replaced by their days. */
    Filter in(Filter filter) {
        if (filter instanceof Filter.All all) {
            return new Filter.All(all.filters().stream().map(this::in).toList());
        }
        if (filter instanceof Filter.Any any) {
            return new Filter.Any(any.filters().stream().map(this::in).toList());
        }
        if (filter instanceof Filter.Not not) {
            return new Filter.Not(in(not.filter()));
        }
        if (filter instanceof Filter.Exists exists) {
            return new Filter.Exists(exists.entity(), exists.via(), in(exists.filter()));
        }
        Filter.Compare compared = (Filter.Compare) filter;
        Object token = compared.op().equals(Op.WITHIN) && compared.values().size() == 1
                ? compared.values().get(0)
                : "";
        return switch (String.valueOf(token)) {
            case "@period" -> days(compared.path(), now);
            case "@before" -> days(compared.path(), before);
            case "@earlier" ->
                now.map(p -> Filter.where(compared.path(), Op.LT, p.from())).orElse(Filter.NONE);
            default -> filter;
        };
    }

    /** A date lies in the period; always, when there is none. */
    static Filter days(String path, Optional<Period> period) {
        return period.map(p -> Filter.where(path, Op.BETWEEN, p.from(), p.to())).orElse(Filter.NONE);
    }

    /** Where a bucket of the period before stands in the period now. */
    LocalDate shifted(LocalDate bucket, Bucket unit) {
        Period chosen = now.orElseThrow();
        if (compare.equals("lastYear")) {
            return unit == Bucket.WEEK ? bucket.plusWeeks(52) : unit.start(bucket.plusYears(1));
        }
        if (chosen.months() > 0 && unit != Bucket.WEEK) {
            return unit.start(bucket.plusMonths(chosen.months()));
        }
        long days =
                java.time.temporal.ChronoUnit.DAYS.between(before.orElseThrow().from(), chosen.from());
        return unit.start(bucket.plusDays(days));
    }
}
