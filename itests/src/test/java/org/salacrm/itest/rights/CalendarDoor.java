package org.salacrm.itest.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The calendar of activities: every entry that is rightful and no other, with what he may see of it, and how many. */
final class CalendarDoor implements Door {
    private static final ZoneId HERE = ZoneId.of("Asia/Bangkok");
    private final Asking asking;

    CalendarDoor(Asking asking) {
        this.asking = asking;
    }

    @Override
    public void ask(Colleague who) {
        LocalDate from = asking.pick(List.of(LocalDate.parse("2026-02-11"), LocalDate.parse("2026-06-01")));
        LocalDate to = from.plusDays(asking.random().nextInt(200));
        String type = asking.pick(List.of("", "phone", "task"));
        String question = "from=" + from + "&to=" + to + "&sources=core.activities"
                + (type.isEmpty() ? "" : "&picks=activityType." + type);
        Map<Object, Object> expected = new TreeMap<>();
        Map<String, Object> days = new TreeMap<>();
        for (Entry entry : who.eye.all("activity")) {
            LocalDate day = day(who.eye.value(entry, "dueAt"));
            boolean asked = type.isEmpty() || type.equals(who.eye.value(entry, "type"));
            if (day != null && !day.isBefore(from) && !day.isAfter(to) && asked) {
                expected.put(entry.id, seen(who.eye, entry));
                days.merge(day.toString(), Plain.read("1"), (a, b) -> Plain.read("" + (Plain.number(a) + 1)));
            }
        }
        Map<Object, Object> answered = new TreeMap<>();
        for (Object item :
                Plain.list(who.get("calendar", "/api/calendar?" + question).get("entries"))) {
            Map<String, Object> entry = Plain.map(item);
            answered.put(Plain.number(entry.get("id")), told(entry));
        }
        findings().same(who + " sees the calendar " + question, expected, answered);
        Object counted = who.get("calendar", "/api/calendar/days?" + question).get("days");
        findings().same(who + " counts the calendar " + question, days, counted);
    }

    private Findings findings() {
        return asking.findings();
    }

    private static LocalDate day(Object moment) {
        return moment == null
                ? null
                : Instant.parse(moment.toString()).atZone(HERE).toLocalDate();
    }

    private static List<Object> seen(Eye eye, Entry entry) {
        return List.of(
                Objects.requireNonNullElse(eye.value(entry, "subject"), ""),
                Objects.requireNonNullElse(eye.value(entry, "account"), ""),
                Objects.requireNonNullElse(eye.value(entry, "type"), ""),
                Objects.requireNonNullElse(eye.value(entry, "status"), ""));
    }

    private static List<Object> told(Map<String, Object> entry) {
        return List.of(
                entry.get("title"),
                entry.getOrDefault("about", ""),
                entry.getOrDefault("kind", ""),
                entry.getOrDefault("status", ""));
    }
}
