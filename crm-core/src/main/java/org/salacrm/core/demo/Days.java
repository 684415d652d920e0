package org.salacrm.core.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar of the made-up company: all its days are counted from the day it was first opened. */
record Days(LocalDate today, ZoneId zone) {
    private static final int HALF_AN_HOUR = 1800;

    /** A moment of a working day; today stays today even on a Sunday, so that it is never empty. */
    Instant at(int days, int hour, int minute) {
        return workday(days).atTime(hour, minute).atZone(zone).toInstant();
    }

    Instant at(int days, Chance chance) {
        return at(days, chance.between(8, 17), chance.between(0, 11) * 5);
    }

    /** The moment itself, or a little after the one before where weekends brought them out of order. */
    static Instant later(Instant before, Instant at) {
        return at.isAfter(before) ? at : before.plusSeconds(HALF_AN_HOUR);
    }

    LocalDate workday(int days) {
        LocalDate day = today.plusDays(days);
        int step = days < 0 ? -1 : 1;
        while (days != 0 && isWeekend(day)) {
            day = day.plusDays(step);
        }
        return day;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
