package org.salacrm.core.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;

/** Days that come back every year. The 29th of February falls on the 28th in years that have none. */
public final class Yearly {
    private static final int LEAP = 229;

    private Yearly() {}

    /** Month and day in one number that sorts as they do: 1231. */
    public static int number(LocalDate day) {
        return day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    /** The days between two on which it comes back; never before it was there. */
    public static List<LocalDate> days(LocalDate first, LocalDate from, LocalDate to) {
        List<LocalDate> days = new ArrayList<>();
        for (int year = Math.max(first.getYear(), from.getYear()); year <= to.getYear(); year++) {
            LocalDate day = MonthDay.from(first).atYear(year);
            if (!day.isBefore(from) && !day.isAfter(to)) {
                days.add(day);
            }
        }
        return days;
    }

    /** The numbers that come back between two days. */
    public static Filter within(String path, LocalDate from, LocalDate to) {
        if (!to.isBefore(from.plusYears(1).minusDays(1))) {
            return Filter.where(path, Op.NOT_EMPTY);
        }
        int first = number(from);
        int last = number(to) == LEAP - 1 ? LEAP : number(to);
        Filter since = Filter.where(path, Op.GE, first);
        Filter until = Filter.where(path, Op.LE, last);
        return first <= last ? Filter.all(since, until) : Filter.any(since, until);
    }
}
