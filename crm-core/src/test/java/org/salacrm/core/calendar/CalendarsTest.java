package org.salacrm.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.salacrm.api.calendar.Span;
import org.salacrm.api.record.ConflictException;
import org.salacrm.core.action.ActionWorld;
import org.salacrm.core.store.Database;
import org.salacrm.test.Proves;

public class CalendarsTest {
    private static final LocalDate MONDAY = LocalDate.parse("2027-03-01");
    /** A source that is not the core's: what contracts, services and campaigns bring. */
    private static final String FOUNDED =
            """
            calendars:
              test.founded:
                entity: account
                start: foundedOn
                title: name
                kind: businessType
                filter: {field: potential, op: "=", value: high}
            """;

    private static ActionWorld world;
    private static long account;

    @BeforeClass
    public static void open() {
        world = new ActionWorld(Database.Vendor.DERBY, FOUNDED);
        world.asUser();
        account = world.records.create("account", Map.of("name", "Customer")).id();
        lasting("in the morning", "appointment", "2027-03-01T02:00:00Z", "2027-03-01T03:00:00Z");
        lasting("before midnight here", "phone", "2027-03-01T16:00:00Z", "2027-03-01T16:30:00Z");
        lasting("after midnight here", "phone", "2027-03-01T17:30:00Z", "2027-03-01T18:00:00Z");
        lasting("over two days", "event", "2027-02-28T09:00:00Z", "2027-03-01T01:00:00Z");
        made("due only", "task", Map.of("dueAt", "2027-03-01T04:00:00Z"));
        made(
                "seminar",
                "event",
                Map.of("fromDay", "2027-02-27", "toDay", "2027-03-02", "dueAt", "2027-03-02T16:59:59Z"));
    }

    @AfterClass
    public static void close() {
        world.close();
    }

    @Before
    public void asUser() {
        world.asUser();
    }

    @Test
    @Proves("ACT-27")
    public void whatSomebodyDeclinedIsNotInHisCalendar() {
        long asked = user("asked");
        for (String answer : List.of("none", "accepted", "declined")) {
            made(
                    answer,
                    "event",
                    Map.of(
                            "startAt",
                            "2027-04-05T02:00:00Z",
                            "participants",
                            List.of(Map.of("user", asked, "answer", answer))));
        }
        LocalDate day = LocalDate.parse("2027-04-05");
        Choice his = new Choice(Set.of(asked), Set.of(), Map.of(), false);

        assertThat(titles(day, day, his)).containsExactlyInAnyOrder("none", "accepted");
        assertThat(world.calendars.entries(new Ask(day, day, Set.of(), Choice.ALL)))
                .filteredOn(entry -> entry.people().isEmpty())
                .extracting(Entry::title)
                .contains("declined");
    }

    private static long user(String name) {
        return world.records.create("user", Map.of("name", name, "login", name)).id();
    }

    @Test
    @Proves({"ACT-01", "CAL-01"})
    public void aDayHasWhatTouchesItInTheCompanysTimeZone() {
        assertThat(titles(MONDAY, MONDAY, Choice.ALL))
                .containsExactlyInAnyOrder(
                        "in the morning", "before midnight here", "over two days", "due only", "seminar");
    }

    @Test
    public void whatHasNoBeginningStandsAtItsEnd() {
        assertThat(spans("due only"))
                .containsExactly(
                        new Span.Times(Instant.parse("2027-03-01T04:00:00Z"), Instant.parse("2027-03-01T04:00:00Z")));
    }

    @Test
    public void whatLastsWholeDaysIsKeptAsDates() {
        assertThat(spans("seminar"))
                .containsExactly(new Span.Days(LocalDate.parse("2027-02-27"), LocalDate.parse("2027-03-02")));
    }

    @Test
    @Proves({"ACT-03"})
    public void aYearIsCountedByTheDayOnWhichSomethingBegins() {
        Map<LocalDate, Integer> counts =
                world.calendars.counts(ask(LocalDate.parse("2027-01-01"), LocalDate.parse("2027-12-31"), Choice.ALL));

        assertThat(counts)
                .containsEntry(MONDAY, 3)
                .containsEntry(MONDAY.plusDays(1), 1)
                .containsEntry(LocalDate.parse("2027-02-27"), 1)
                .doesNotContainKey(MONDAY.plusDays(2));
    }

    @Test
    public void moreThanAnybodyLooksAtIsRefusedAndStillCounted() {
        QueriedCalendars narrow = new QueriedCalendars(world.registry, world.types, world.queries, world.zone, 5);
        assertThat(narrow.entries(ask(MONDAY, MONDAY, Choice.ALL))).hasSize(5);

        Ask more = ask(MONDAY, MONDAY.plusDays(1), Choice.ALL);
        assertThatThrownBy(() -> narrow.entries(more)).isInstanceOf(ConflictException.class);
        assertThat(narrow.counts(more)).isNotEmpty();
    }

    @Test
    @Proves({"CAL-04", "CAL-05"})
    public void kindAndStatusNarrowTheSourcesThatHaveThem() {
        assertThat(titles(MONDAY, MONDAY.plusDays(1), picks("activityType", "phone")))
                .containsExactlyInAnyOrder("before midnight here", "after midnight here");
        assertThat(titles(MONDAY, MONDAY, picks("activityStatus", "completed"))).isEmpty();
        assertThat(titles(MONDAY, MONDAY, picks("colour", "red"))).hasSize(5);
    }

    @Test
    @Proves({"CAL-02", "CAL-18", "ACT-25"})
    public void onlyOnesOwnAndOnlyOnePersons() {
        assertThat(titles(MONDAY, MONDAY, new Choice(Set.of(), Set.of(), Map.of(), true)))
                .hasSize(5);
        assertThat(titles(MONDAY, MONDAY, new Choice(Set.of(8L), Set.of(), Map.of(), false)))
                .isEmpty();
        assertThat(titles(MONDAY, MONDAY, new Choice(Set.of(7L, 8L), Set.of(), Map.of(), false)))
                .hasSize(5);
    }

    @Test
    @Proves({"CAL-06", "CAL-07", "ANV-01", "ANV-04", "ANV-05", "ANV-08"})
    public void anniversariesComeBackEveryYearOneKindOrAll() {
        anniversary("leap", "birthday", "2000-02-29", true);
        anniversary("founded", "founding", "1999-03-01", true);
        anniversary("once", "founding", "2026-03-01", false);
        LocalDate february = LocalDate.parse("2027-02-01");

        assertThat(anniversaries(february, MONDAY, Choice.ALL))
                .containsExactly("leap 2027-02-28", "founded 2027-03-01");
        assertThat(anniversaries(MONDAY, MONDAY, Choice.ALL)).containsExactly("founded 2027-03-01");
        assertThat(anniversaries(february, MONDAY, picks("anniversaryKind", "birthday")))
                .containsExactly("leap 2027-02-28");
        assertThat(anniversaries(MONDAY.minusYears(1), MONDAY.minusYears(1), Choice.ALL))
                .containsExactlyInAnyOrder("founded 2026-03-01", "once 2026-03-01");
        assertThat(anniversaries(LocalDate.parse("2027-12-20"), LocalDate.parse("2028-03-01"), Choice.ALL))
                .containsExactly("leap 2028-02-29", "founded 2028-03-01");
    }

    @Test
    public void aSourceIsNothingButADefinition() {
        for (String potential : List.of("high", "low")) {
            world.records.create(
                    "account",
                    Map.of("name", potential, "foundedOn", MONDAY, "potential", potential, "businessType", "retail"));
        }
        assertThat(founded(Choice.ALL)).containsExactly("high " + MONDAY);
        assertThat(founded(new Choice(Set.of(8L), Set.of(), Map.of(), false))).isEmpty();
        assertThat(founded(new Choice(Set.of(), Set.of(), Map.of(), true))).hasSize(1);
    }

    private static List<String> founded(Choice choice) {
        return world.calendars.entries(new Ask(MONDAY, MONDAY, Set.of("test.founded"), choice)).stream()
                .map(entry -> entry.title() + " " + ((Span.Days) entry.span()).first())
                .toList();
    }

    private static void anniversary(String name, String kind, String day, boolean yearly) {
        Map<String, Object> values = new HashMap<>(Map.of("name", name, "kind", kind, "day", day, "yearly", yearly));
        values.put("account", account);
        world.records.create("anniversary", values);
    }

    private static List<String> anniversaries(LocalDate from, LocalDate to, Choice choice) {
        return world.calendars.entries(new Ask(from, to, Set.of("core.anniversaries"), choice)).stream()
                .map(entry -> entry.title() + " " + ((Span.Days) entry.span()).first())
                .toList();
    }

    private static Choice picks(String list, String code) {
        return new Choice(Set.of(), Set.of(), Map.of(list, Set.of(code)), false);
    }

    private static Ask ask(LocalDate from, LocalDate to, Choice choice) {
        return new Ask(from, to, Set.of("core.activities"), choice);
    }

    private static List<String> titles(LocalDate from, LocalDate to, Choice choice) {
        return world.calendars.entries(ask(from, to, choice)).stream()
                .map(Entry::title)
                .toList();
    }

    private static List<Span> spans(String title) {
        return world.calendars.entries(ask(MONDAY, MONDAY, Choice.ALL)).stream()
                .filter(entry -> entry.title().equals(title))
                .map(Entry::span)
                .toList();
    }

    private static void lasting(String subject, String type, String start, String end) {
        made(subject, type, Map.of("startAt", start, "dueAt", end));
    }

    private static void made(String subject, String type, Map<String, ?> when) {
        Map<String, Object> values = new HashMap<>(when);
        values.putAll(Map.of("subject", subject, "type", type));
        world.records.create("activity", values);
    }
}
