package org.salacrm.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.Test;

public class RecurrenceTest {
    private static final LocalDate MONDAY = LocalDate.parse("2027-03-01");

    @Test
    public void everyThirdDay() {
        assertThat(days("FREQ=DAILY;INTERVAL=3", "2027-03-01", "2027-03-09"))
                .containsExactly("2027-03-01", "2027-03-04", "2027-03-07");
        assertThat(days("FREQ=DAILY;INTERVAL=3", "2027-12-30", "2028-01-03")).containsExactly("2028-01-01");
    }

    @Test
    public void everySecondWeekOnMondayAndWednesday() {
        assertThat(days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "2027-03-01", "2027-03-20"))
                .containsExactly("2027-03-01", "2027-03-03", "2027-03-15", "2027-03-17");
        assertThat(days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "2027-03-04", "2027-03-15"))
                .containsExactly("2027-03-15");
    }

    @Test
    public void the31stIsTheLastDayOfShorterMonths() {
        LocalDate first = LocalDate.parse("2027-01-31");
        assertThat(Recurrence.parse("FREQ=MONTHLY;BYMONTHDAY=31").between(first, first, LocalDate.parse("2027-04-30")))
                .containsExactly(
                        first,
                        LocalDate.parse("2027-02-28"),
                        LocalDate.parse("2027-03-31"),
                        LocalDate.parse("2027-04-30"));
    }

    @Test
    public void aSeriesThatHasMovedOnToAShortMonthRemembersThe31st() {
        LocalDate february = LocalDate.parse("2027-02-28");
        assertThat(Recurrence.parse("FREQ=MONTHLY;BYMONTHDAY=31").next(february, february))
                .contains(LocalDate.parse("2027-03-31"));
    }

    @Test
    public void the29thOfFebruaryFallsOnThe28thInYearsThatHaveNone() {
        LocalDate leap = LocalDate.parse("2028-02-29");
        assertThat(Recurrence.parse("FREQ=YEARLY").from(leap).between(leap, leap, LocalDate.parse("2032-12-31")))
                .extracting(LocalDate::toString)
                .containsExactly("2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29");
    }

    @Test
    public void theSecondTuesdayAndTheLastFriday() {
        assertThat(days("FREQ=MONTHLY;BYDAY=2TU", "2027-03-01", "2027-05-31"))
                .containsExactly("2027-03-09", "2027-04-13", "2027-05-11");
        assertThat(days("FREQ=MONTHLY;BYDAY=-1FR", "2027-03-01", "2027-04-30"))
                .containsExactly("2027-03-26", "2027-04-30");
    }

    @Test
    public void theLastDayCountsAndExceptionsDoNot() {
        assertThat(days("FREQ=WEEKLY;BYDAY=MO;UNTIL=20270315;EXDATE=20270308", "2027-03-01", "2027-04-30"))
                .containsExactly("2027-03-01", "2027-03-15");
    }

    @Test
    public void aNumberOfTimesBecomesTheLastDay() {
        Recurrence counted = Recurrence.parse("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=5").counted(MONDAY);

        assertThat(counted).hasToString("FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20270315");
    }

    @Test
    public void afterManyExceptionsTheNextIsStillFound() {
        Recurrence rule = Recurrence.parse("FREQ=DAILY;UNTIL=20270331");
        for (LocalDate day = MONDAY; day.isBefore(LocalDate.parse("2027-03-31")); day = day.plusDays(1)) {
            rule = rule.without(day);
        }
        assertThat(rule.next(MONDAY, MONDAY)).contains(LocalDate.parse("2027-03-31"));
        assertThat(rule.next(MONDAY, LocalDate.parse("2027-03-31"))).isEmpty();
    }

    @Test
    public void theRuleFollowsItsFirstDay() {
        assertThat(Recurrence.parse("FREQ=WEEKLY;BYDAY=MO,SU").moved(MONDAY, MONDAY.plusDays(1)))
                .hasToString("FREQ=WEEKLY;BYDAY=MO,TU");
        assertThat(Recurrence.parse("FREQ=MONTHLY;BYMONTHDAY=1").moved(MONDAY, MONDAY.plusDays(3)))
                .hasToString("FREQ=MONTHLY;BYMONTHDAY=4");
        assertThat(Recurrence.parse("FREQ=MONTHLY;BYDAY=1MO").moved(MONDAY, MONDAY.plusDays(8)))
                .hasToString("FREQ=MONTHLY;BYDAY=2TU");
    }

    @Test
    public void whatIsNoRuleIsRefused() {
        for (String text : List.of(
                "",
                "daily",
                "FREQ=HOURLY",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=MONTHLY;BYDAY=MO",
                "FREQ=MONTHLY;BYDAY=5MO",
                "FREQ=MONTHLY;BYMONTHDAY=32",
                "FREQ=DAILY;UNTIL=20271399",
                "FREQ=DAILY;FREQ=DAILY",
                "FREQ=DAILY;BYSECOND=1",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;COUNT=100000")) {
            assertThatThrownBy(() -> Recurrence.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<String> days(String rule, String from, String to) {
        return Recurrence.parse(rule).between(MONDAY, LocalDate.parse(from), LocalDate.parse(to)).stream()
                .map(LocalDate::toString)
                .toList();
    }
}
