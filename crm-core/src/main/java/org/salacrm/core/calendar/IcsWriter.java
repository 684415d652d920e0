package org.salacrm.core.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.salacrm.api.calendar.Span;

/**
 * Writes a calendar as RFC 5545 has it. What comes back stands in the company's time zone, since "Mondays at 7" are
 * other days elsewhere; single moments in UTC; whole days as dates.
 */
final class IcsWriter {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int OCTETS = 75;

    private final StringBuilder text = new StringBuilder();
    private final ZoneId zone;
    private final String stamp;

    /**
     * An entry of the calendar.
     *
     * @param detail what it belongs to, kind of entry: may be empty
     */
    record Event(
            String uid, int version, String title, String detail, String kind, Span span, Optional<Recurrence> rule) {}

    /** @param stamp when this was made, the same for a whole day so that an unchanged calendar has unchanged words */
    IcsWriter(String name, ZoneId zone, Instant stamp) {
        this.zone = zone;
        this.stamp = UTC.format(stamp);
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//Sala//Sala CRM//EN");
        line("METHOD", "PUBLISH");
        words("X-WR-CALNAME", name);
        line("X-WR-TIMEZONE", zone.getId());
        line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        line("X-PUBLISHED-TTL", "PT1H");
    }

    /** The zone in which what comes back stands, as its clocks are set between two moments. */
    void zone(Instant from, Instant to) {
        line("BEGIN", "VTIMEZONE");
        line("TZID", zone.getId());
        ZoneOffset first = zone.getRules().getOffset(from);
        observance(false, "19700101T000000", first, first);
        for (var change = zone.getRules().nextTransition(from);
                change != null && change.getInstant().isBefore(to);
                change = zone.getRules().nextTransition(change.getInstant())) {
            observance(
                    zone.getRules().isDaylightSavings(change.getInstant()),
                    LOCAL.format(change.getDateTimeBefore()),
                    change.getOffsetBefore(),
                    change.getOffsetAfter());
        }
        line("END", "VTIMEZONE");
    }

    private void observance(boolean summer, String start, ZoneOffset before, ZoneOffset after) {
        String name = summer ? "DAYLIGHT" : "STANDARD";
        line("BEGIN", name);
        line("DTSTART", start);
        line("TZOFFSETFROM", offset(before));
        line("TZOFFSETTO", offset(after));
        line("END", name);
    }

    private static String offset(ZoneOffset offset) {
        int minutes = Math.abs(offset.getTotalSeconds()) / 60;
        return String.format("%s%02d%02d", offset.getTotalSeconds() < 0 ? "-" : "+", minutes / 60, minutes % 60);
    }

    void event(Event event) {
        line("BEGIN", "VEVENT");
        line("UID", event.uid());
        line("DTSTAMP", stamp);
        line("SEQUENCE", Integer.toString(event.version()));
        words("SUMMARY", event.title());
        words("DESCRIPTION", event.detail());
        words("CATEGORIES", event.kind());
        when(event.span(), event.rule().isPresent());
        event.rule().ifPresent(rule -> repeated(event.span(), rule));
        line("END", "VEVENT");
    }

    private void when(Span span, boolean repeated) {
        if (span instanceof Span.Days days) {
            moment("DTSTART", days.first(), false);
            moment("DTEND", days.last().plusDays(1), false);
        } else if (span instanceof Span.Times times) {
            moment("DTSTART", times.start(), repeated);
            if (times.end().isAfter(times.start())) {
                moment("DTEND", times.end(), repeated);
            }
        }
    }

    private void moment(String name, TemporalAccessor when, boolean here) {
        if (when instanceof LocalDate day) {
            line(name + ";VALUE=DATE", DAY.format(day));
        } else if (here) {
            line(name + ";TZID=" + zone.getId(), LOCAL.withZone(zone).format(when));
        } else {
            line(name, UTC.format(when));
        }
    }

    private void repeated(Span span, Recurrence rule) {
        boolean days = span instanceof Span.Days;
        line("RRULE", IcsRule.of(rule.from(span.day(zone)), days, zone));
        SortedSet<LocalDate> except = rule.except();
        if (!except.isEmpty()) {
            String name = days ? "EXDATE;VALUE=DATE" : "EXDATE;TZID=" + zone.getId();
            line(name, except.stream().map(day -> time(span.on(day, zone))).collect(Collectors.joining(",")));
        }
    }

    private String time(Span span) {
        return span instanceof Span.Times times
                ? LOCAL.withZone(zone).format(times.start())
                : DAY.format(span.day(zone));
    }

    private void words(String name, String words) {
        if (!words.isBlank()) {
            line(name, escaped(words));
        }
    }

    static String escaped(String words) {
        return words.replaceAll("\r\n?", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .replaceAll("[\\\\;,]", "\\\\$0")
                .replace("\n", "\\n");
    }

    /** No line is longer than 75 octets, and no letter is cut: it goes on in lines that begin with a space. */
    private void line(String name, String value) {
        String line = name + ":" + value;
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int letter = line.codePointAt(i);
            String one = Character.toString(letter);
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(one);
            octets += size;
            i += Character.charCount(letter);
        }
        text.append("\r\n");
    }

    String end() {
        line("END", "VCALENDAR");
        return text.toString();
    }
}
