package org.salacrm.core.query;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A span of days, both ends included. */
record Period(LocalDate from, LocalDate to) {

    /** How many whole calendar months it is, 0 when it does not start and end with a month. */
    int months() {
        boolean whole = from.getDayOfMonth() == 1 && to.equals(CompanyTime.endOfMonth(to));
        return whole ? (int) ChronoUnit.MONTHS.between(from, to.plusDays(1)) : 0;
    }

    /** The period of the same length just before: whole months before whole months. */
    Period previous() {
        int months = months();
        return months > 0
                ? new Period(from.minusMonths(months), from.minusDays(1))
                : new Period(from.minusDays(ChronoUnit.DAYS.between(from, to) + 1), from.minusDays(1));
    }

    Period lastYear() {
        LocalDate end = to.minusYears(1);
        return new Period(from.minusYears(1), months() > 0 ? CompanyTime.endOfMonth(end) : end);
    }
}
