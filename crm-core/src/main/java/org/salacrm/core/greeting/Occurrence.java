package org.salacrm.core.greeting;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The time of an anniversary that somebody means today: the nearest one, before or after. */
final class Occurrence {

    private Occurrence() {}

    static LocalDate of(LocalDate day, boolean yearly, LocalDate today) {
        return yearly
                ? IntStream.rangeClosed(today.getYear() - 1, today.getYear() + 1)
                        .mapToObj(year -> MonthDay.from(day).atYear(year))
                        .min(Comparator.comparingLong(time -> Math.abs(ChronoUnit.DAYS.between(time, today))))
                        .orElse(day)
                : day;
    }
}
