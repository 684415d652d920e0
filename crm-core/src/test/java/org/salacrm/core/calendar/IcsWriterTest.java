package org.salacrm.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.Test;
import org.salacrm.api.calendar.Span;
import org.salacrm.core.calendar.IcsWriter.Event;

public class IcsWriterTest {
    private static final ZoneId HERE = ZoneId.of("Asia/Bangkok");
    private static final Instant STAMP = Instant.parse("2026-11-27T00:00:00Z");
    private static final Span.Times NINE =
            new Span.Times(Instant.parse("2026-11-30T02:00:00Z"), Instant.parse("2026-11-30T03:30:00Z"));
    private static final Span.Days LEAP = new Span.Days(LocalDate.parse("2000-02-29"), LocalDate.parse("2000-02-29"));

    @Test
    public void singleMomentsAreInUtcAndWholeDaysAreDates() {
        assertThat(written("นัด", NINE, ""))
                .contains(
                        "BEGIN:VEVENT\r\n", "UID:activity-7@sala\r\n", "SEQUENCE:3\r\n", "DTSTAMP:20261127T000000Z\r\n")
                .contains("SUMMARY:นัด\r\n", "DTSTART:20261130T020000Z\r\n", "DTEND:20261130T033000Z\r\n")
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
                .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
        assertThat(written("", new Span.Days(LEAP.first(), LocalDate.parse("2000-03-02")), ""))
                .contains("DTSTART;VALUE=DATE:20000229\r\n", "DTEND;VALUE=DATE:20000303\r\n")
                .doesNotContain("SUMMARY");
    }

    @Test
    public void whatComesBackKeepsItsHourOnTheWallAndLeavesOutWhatFellOut() {
        assertThat(written("x", NINE, "FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261231;EXDATE=20261202"))
                .contains(
                        "DTSTART;TZID=Asia/Bangkok:20261130T090000\r\n", "DTEND;TZID=Asia/Bangkok:20261130T103000\r\n")
                .contains("RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261231T165959Z\r\n")
                .contains("EXDATE;TZID=Asia/Bangkok:20261202T090000\r\n")
                .contains("BEGIN:VTIMEZONE\r\nTZID:Asia/Bangkok\r\nBEGIN:STANDARD\r\n", "TZOFFSETTO:+0700\r\n");
    }

    @Test
    public void aDayThatNotEveryMonthHasIsTheLastOfShorterOnes() {
        assertThat(written("x", LEAP, "FREQ=YEARLY"))
                .contains("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1\r\n");
        assertThat(written("x", NINE, "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=5"))
                .contains("RRULE:FREQ=MONTHLY;COUNT=5;BYMONTHDAY=28,29,30,31;BYSETPOS=-1\r\n");
        assertThat(written("x", NINE, "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1MO"))
                .contains("RRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=-1MO\r\n");
    }

    @Test
    public void wordsCannotBecomeLinesOfTheirOwnAndLongOnesAreFoldedBetweenLetters() {
        String hostile = "a;b,c\\d\r\nATTACH:file\u0007" + "ก".repeat(60) + "😀".repeat(20);
        String calendar = written(hostile, NINE, "");

        assertThat(calendar.lines()).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(75));
        assertThat(calendar.replace("\r\n ", ""))
                .contains("SUMMARY:a\\;b\\,c\\\\d\\nATTACH:file" + "ก".repeat(60) + "😀".repeat(20) + "\r\n");
        assertThat(calendar).doesNotContain("\r\nATTACH", "\u0007");
    }

    @Test
    public void clocksThatAreChangedAreTold() {
        IcsWriter writer = new IcsWriter("n", ZoneId.of("Europe/Berlin"), STAMP);
        writer.zone(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-12-31T00:00:00Z"));

        assertThat(writer.end())
                .contains("BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n")
                .contains("BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n");
    }

    private static String written(String title, Span span, String rule) {
        IcsWriter writer = new IcsWriter("ปฏิทิน", HERE, STAMP);
        writer.zone(STAMP, STAMP.plusSeconds(86_400));
        writer.event(new Event(
                "activity-7@sala",
                3,
                title,
                "",
                "",
                span,
                Optional.of(rule).filter(text -> !text.isEmpty()).map(Recurrence::parse)));
        return writer.end();
    }
}
