package org.salacrm.core.query;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.salacrm.api.query.MalformedQueryException;

/** Calendar units that dates are grouped by; a week begins on Monday. */
enum Bucket {
    NONE,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    static Bucket of(String name) {
        for (Bucket bucket : values()) {
            if (bucket.word().equals(name) || name.isEmpty() && bucket == NONE) {
                return bucket;
            }
        }
        throw new MalformedQueryException(name, "a bucket is one of none, day, week, month, quarter, year");
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** First day of the unit a day lies in. */
    LocalDate start(LocalDate day) {
        return switch (this) {
            case NONE, DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    LocalDate plus(LocalDate day, int units) {
        return switch (this) {
            case NONE, DAY -> day.plusDays(units);
            case WEEK -> day.plusWeeks(units);
            case MONTH -> day.plusMonths(units);
            case QUARTER -> day.plus(units, IsoFields.QUARTER_YEARS);
            case YEAR -> day.plus(units, ChronoUnit.YEARS);
        };
    }

    /** Last day of the unit that begins on a day. */
    LocalDate end(LocalDate start) {
        return plus(start, 1).minusDays(1);
    }
}
