package org.salacrm.api.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** How long something lasts. */
public sealed interface Span {

    /** The day it begins on. */
    LocalDate day(ZoneId zone);

    /** The last day it touches. */
    LocalDate lastDay(ZoneId zone);

    /** The same on another day: at the same hour by the clock on the wall, and as long. */
    Span on(LocalDate day, ZoneId zone);

    /** From one moment to another, which may be the same. */
    record Times(Instant start, Instant end) implements Span {
        @Override
        public LocalDate day(ZoneId zone) {
            return start.atZone(zone).toLocalDate();
        }

        @Override
        public LocalDate lastDay(ZoneId zone) {
            return end.atZone(zone).toLocalDate();
        }

        @Override
        public Times on(LocalDate day, ZoneId zone) {
            Instant moved =
                    day.atTime(start.atZone(zone).toLocalTime()).atZone(zone).toInstant();
            return new Times(moved, moved.plus(Duration.between(start, end)));
        }
    }

    /** Whole days, which are the same everywhere. */
    record Days(LocalDate first, LocalDate last) implements Span {
        @Override
        public LocalDate day(ZoneId zone) {
            return first;
        }

        @Override
        public LocalDate lastDay(ZoneId zone) {
            return last;
        }

        @Override
        public Days on(LocalDate day, ZoneId zone) {
            return new Days(day, day.plusDays(last.toEpochDay() - first.toEpochDay()));
        }
    }
}
