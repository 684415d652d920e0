package org.salacrm.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.Test;

public class YearlyTest {

    @Test
    public void theLeapDayFallsOnTheDayBeforeInOtherYears() {
        assertThat(Yearly.days(day("2024-02-29"), day("2026-01-01"), day("2028-12-31")))
                .containsExactly(day("2026-02-28"), day("2027-02-28"), day("2028-02-29"));
    }

    @Test
    public void aDayComesBackOverTheEndOfTheYear() {
        assertThat(Yearly.days(day("1990-01-02"), day("2026-12-28"), day("2027-01-03")))
                .containsExactly(day("2027-01-02"));
    }

    @Test
    public void nothingComesBackBeforeItWasThere() {
        assertThat(Yearly.days(day("2027-05-05"), day("2025-01-01"), day("2026-12-31")))
                .isEmpty();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
