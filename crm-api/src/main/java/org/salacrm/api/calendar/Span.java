package org.salacrm.api.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** How long something lasts. */
public sealed interface Span {

    /** The day it begins on. */
    LocalDate day(ZoneId zone);

    /** From one moment to another, which may be the same. */
    record Times(Instant start, Instant end) implements Span {
        @Override
        public LocalDate day(ZoneId zone) {
            return start.atZone(zone).toLocalDate();
        }
    }

    /** Whole days, which are the same everywhere. */
    record Days(LocalDate first, LocalDate last) implements Span {
        @Override
        public LocalDate day(ZoneId zone) {
            return first;
        }
    }
}
