package org.salacrm.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.salacrm.api.calendar.Calendars.Ask;
import org.salacrm.api.calendar.Calendars.Choice;
import org.salacrm.api.calendar.Entry;
import org.salacrm.api.calendar.Series.Time;
import org.salacrm.api.calendar.Span;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.core.action.ActionWorld;
import org.salacrm.core.store.Database;
import org.salacrm.core.store.Sql;

public class ActivitySeriesTest {
    private static final String MONDAYS = "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261228";
    private static ActionWorld world;
    private static ActivitySeries series;
    private long meeting;

    /** Now it is Sunday, the 22nd of November 2026. */
    @BeforeClass
    public static void open() {
        world = new ActionWorld(Database.Vendor.DERBY, "");
        new Sql(world.store.tx())
                .update(
                        "insert into core_user (id, version, created_at, modified_at, name, login, language, active)"
                                + " values (7, 1, ?, ?, 'Somchai', 'somchai', 'th', true)",
                        world.clock.instant(),
                        world.clock.instant());
        ActivityCopies copies = new ActivityCopies(world.types, world.queries, world.zone);
        series = new ActivitySeries(world.records, world.queries, world.callers, world.clock, copies);
    }

    @Before
    public void aMeetingEveryMondayAtNine() {
        new Sql(world.store.tx()).update("delete from core_activity");
        world.asUser();
        meeting = made(Map.of("startAt", "2026-11-23T02:00:00Z", "minutes", 60, "recurrence", MONDAYS));
    }

    @AfterClass
    public static void close() {
        world.close();
    }

    @Test
    public void everyTimeIsInTheCalendar() {
        assertThat(days())
                .containsExactly("2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14", "2026-12-21", "2026-12-28");
        assertThat(entries().get(1).span())
                .isEqualTo(
                        new Span.Times(Instant.parse("2026-11-30T02:00:00Z"), Instant.parse("2026-11-30T03:00:00Z")));
        assertThat(entries()).allMatch(Entry::repeated);
    }

    @Test
    public void itBeginsOnADayOfItsRule() {
        long late = made(Map.of("startAt", "2026-11-24T02:00:00Z", "recurrence", MONDAYS));

        assertThat(world.read("activity", late, "startAt", "repeatsUntil"))
                .containsExactly(Instant.parse("2026-11-30T02:00:00Z"), LocalDate.parse("2026-12-28"));
    }

    @Test
    public void whatIsDoneKeepsItsResultAndTheSeriesGoesOn() {
        world.run("complete", "activity", meeting, Map.of("result", "agreed"));
        series.goOn();

        assertThat(world.read("activity", meeting, "status", "result", "recurrence"))
                .containsExactly("completed", "agreed", null);
        assertThat(days())
                .containsExactly("2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14", "2026-12-21", "2026-12-28");
        assertThat(entries().stream().filter(Entry::repeated)).hasSize(5);
        assertThat(entries().get(0).repeated()).isFalse();
    }

    @Test
    public void whatNobodyDidStaysToBeDoneAndTheSeriesGoesOn() {
        world.clock.forward(Duration.ofDays(15).toSeconds());
        series.goOn();
        world.clock.forward(-Duration.ofDays(15).toSeconds());

        assertThat(world.read("activity", meeting, "open", "recurrence")).containsExactly(true, null);
        assertThat(entries().stream().filter(entry -> !entry.repeated())).hasSize(3);
        assertThat(days()).hasSize(6);
    }

    @Test
    public void oneTimeIsMovedAlone() {
        long alone = series.change(time("2026-12-07", false), Map.of("startAt", "2026-12-08T02:00:00Z"))
                .id();

        assertThat(alone).isNotEqualTo(meeting);
        assertThat(world.read("activity", alone, "subject", "owner", "recurrence", "minutes")
                        .subList(0, 1))
                .containsExactly("meeting");
        assertThat(days()).contains("2026-12-08").doesNotContain("2026-12-07").hasSize(6);
    }

    @Test
    public void fromOneTimeOnAllAreMoved() {
        series.change(time("2026-12-07", true), Map.of("startAt", "2026-12-08T05:00:00Z"));

        assertThat(days()).containsExactly("2026-11-23", "2026-11-30", "2026-12-08", "2026-12-15", "2026-12-22");
    }

    @Test
    public void theNextTimeAloneLeavesTheSeriesToASuccessor() {
        assertThat(series.change(time("2026-11-23", false), Map.of()).id()).isEqualTo(meeting);

        assertThat(world.read("activity", meeting, "recurrence").get(0)).isNull();
        assertThat(days()).hasSize(6);
    }

    @Test
    public void allMoveTogether() {
        world.records.update("activity", meeting, 1, Map.of("startAt", "2026-11-24T02:00:00Z"));

        assertThat(days()).startsWith("2026-11-24", "2026-12-01").hasSize(5);
    }

    @Test
    public void oneFallsOutOrAllThatFollow() {
        series.drop(time("2026-12-07", false));
        assertThat(days()).hasSize(5).doesNotContain("2026-12-07");

        series.drop(new Time(meeting, 2, LocalDate.parse("2026-11-23"), false));
        assertThat(days()).containsExactly("2026-11-30", "2026-12-14", "2026-12-21", "2026-12-28");

        series.drop(new Time(meeting, 3, LocalDate.parse("2026-12-14"), true));
        assertThat(days()).containsExactly("2026-11-30");

        series.drop(new Time(meeting, 4, LocalDate.parse("2026-11-30"), true));
        assertThat(days()).isEmpty();
    }

    @Test
    public void whoSawAnOlderStateOrAnotherDayIsRefused() {
        assertThatThrownBy(() -> series.drop(time("2026-12-08", false))).isInstanceOf(InvalidRecordException.class);
        world.records.update("activity", meeting, 1, Map.of("place", "elsewhere"));
        assertThatThrownBy(() -> series.drop(time("2026-12-07", false))).isInstanceOf(StaleRecordException.class);
        assertThat(days()).hasSize(6);
    }

    @Test
    public void aRuleNeedsAStartAndSense() {
        assertThatThrownBy(() -> made(Map.of("recurrence", MONDAYS))).isInstanceOf(InvalidRecordException.class);
        assertThatThrownBy(() -> made(Map.of("startAt", "2026-11-23T02:00:00Z", "recurrence", "now and then")))
                .isInstanceOf(InvalidRecordException.class);
    }

    @Test
    public void aDayThatNoYearHasIsRefused() {
        for (String never : List.of("BYMONTH=2;BYMONTHDAY=30", "BYMONTH=4;BYMONTHDAY=31")) {
            assertThatThrownBy(
                            () -> made(Map.of("startAt", "2027-02-28T02:00:00Z", "recurrence", "FREQ=YEARLY;" + never)))
                    .isInstanceOfSatisfying(InvalidRecordException.class, e -> assertThat(e.refusals())
                            .extracting(refusal -> refusal.field() + " " + refusal.messageKey())
                            .containsExactly("recurrence activity.series.never"));
        }
        made(Map.of("startAt", "2027-02-28T02:00:00Z", "recurrence", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"));
    }

    private long made(Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.putAll(Map.of("subject", "meeting", "type", "appointment"));
        return world.records.create("activity", all).id();
    }

    private Time time(String day, boolean onwards) {
        return new Time(meeting, 1, LocalDate.parse(day), onwards);
    }

    private List<Entry> entries() {
        return world.calendars.entries(new Ask(
                LocalDate.parse("2026-11-01"), LocalDate.parse("2027-01-31"), Set.of("core.activities"), Choice.ALL));
    }

    private List<String> days() {
        return entries().stream()
                .map(entry -> entry.span().day(world.zone.get()).toString())
                .toList();
    }
}
