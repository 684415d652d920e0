package org.salacrm.core.definition;

import java.time.LocalDate;

/** The years that Thailand counts in. */
public final class BuddhistEra {
    /** Years it is ahead of the Christian era. */
    public static final int AHEAD = 543;

    private BuddhistEra() {}

    /** The year of a day in the era that a reader counts in. */
    public static int year(LocalDate day, boolean buddhist) {
        return day.getYear() + (buddhist ? AHEAD : 0);
    }
}
