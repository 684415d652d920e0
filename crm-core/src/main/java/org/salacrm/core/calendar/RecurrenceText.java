package org.salacrm.core.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads and writes rules as RFC 5545 has them; {@code EXDATE} stands beside the rule. */
final class RecurrenceText {
    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final int MOST = 999;

    private RecurrenceText() {}

    static Recurrence parse(String text) {
        TreeMap<String, String> parts = new TreeMap<>();
        for (String part : text.trim().split(";")) {
            int equals = part.indexOf('=');
            if (equals < 1 || parts.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
                throw new IllegalArgumentException(text);
            }
        }
        try {
            Recurrence read = read(parts);
            if (!parts.isEmpty()
                    || read.every() < 1
                    || read.every() > MOST
                    || read.count() < 0
                    || read.count() > MOST) {
                throw new IllegalArgumentException(text);
            }
            return read;
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Recurrence read(TreeMap<String, String> parts) {
        ChronoUnit unit =
                switch (String.valueOf(parts.remove("FREQ"))) {
                    case "DAILY" -> ChronoUnit.DAYS;
                    case "WEEKLY" -> ChronoUnit.WEEKS;
                    case "MONTHLY" -> ChronoUnit.MONTHS;
                    case "YEARLY" -> ChronoUnit.YEARS;
                    default -> throw new IllegalArgumentException("FREQ");
                };
        String by = unit == ChronoUnit.WEEKS || unit == ChronoUnit.MONTHS ? take(parts, "BYDAY") : "";
        boolean counted = unit == ChronoUnit.MONTHS && !by.isEmpty();
        boolean dated = unit == ChronoUnit.YEARS || unit == ChronoUnit.MONTHS && !counted;
        return new Recurrence(
                unit,
                number(parts, "INTERVAL", 1),
                weekdays(counted ? by.replaceFirst("^(-1|[1-4])", "") : by, counted),
                counted ? Integer.parseInt(by.substring(0, by.length() - 2)) : 0,
                dated ? within(number(parts, "BYMONTHDAY", 0), 31) : 0,
                unit == ChronoUnit.YEARS ? within(number(parts, "BYMONTH", 0), 12) : 0,
                times(parts),
                parts.containsKey("UNTIL") ? day(parts.remove("UNTIL")) : Recurrence.ENDLESS,
                days(take(parts, "EXDATE")));
    }

    private static String take(TreeMap<String, String> parts, String name) {
        String value = parts.remove(name);
        return value == null ? "" : value;
    }

    private static int number(TreeMap<String, String> parts, String name, int otherwise) {
        String value = parts.remove(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    /** How often, 0 for ever; written down it is at least once. */
    private static int times(TreeMap<String, String> parts) {
        boolean given = parts.containsKey("COUNT");
        int times = number(parts, "COUNT", 0);
        if (given && times < 1) {
            throw new IllegalArgumentException("COUNT");
        }
        return times;
    }

    private static int within(int number, int most) {
        if (number < 0 || number > most) {
            throw new IllegalArgumentException("" + number);
        }
        return number;
    }

    private static SortedSet<DayOfWeek> weekdays(String text, boolean single) {
        SortedSet<DayOfWeek> weekdays = new TreeSet<>();
        for (String code : text.isEmpty() ? new String[0] : text.split(",")) {
            weekdays.add(DayOfWeek.of(WEEKDAYS.indexOf(code) + 1));
        }
        if (single && weekdays.size() != 1) {
            throw new IllegalArgumentException(text);
        }
        return weekdays;
    }

    private static SortedSet<LocalDate> days(String text) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (String one : text.isEmpty() ? new String[0] : text.split(",")) {
            days.add(day(one));
        }
        return days;
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text, Recurrence.DAY);
    }

    static String write(Recurrence rule) {
        List<String> parts = new ArrayList<>();
        parts.add("FREQ="
                + switch (rule.unit()) {
                    case WEEKS -> "WEEKLY";
                    case MONTHS -> "MONTHLY";
                    case YEARS -> "YEARLY";
                    default -> "DAILY";
                });
        some(parts, "INTERVAL", rule.every() > 1 ? rule.every() : "");
        String weekdays = rule.weekdays().stream()
                .map(weekday -> WEEKDAYS.get(weekday.getValue() - 1))
                .collect(Collectors.joining(","));
        some(parts, "BYDAY", (rule.nth() == 0 ? "" : rule.nth()) + weekdays);
        some(parts, "BYMONTH", rule.month() > 0 ? rule.month() : "");
        some(parts, "BYMONTHDAY", rule.day() > 0 ? rule.day() : "");
        some(parts, "COUNT", rule.count() > 0 ? rule.count() : "");
        some(parts, "UNTIL", rule.until().equals(Recurrence.ENDLESS) ? "" : Recurrence.DAY.format(rule.until()));
        some(parts, "EXDATE", rule.except().stream().map(Recurrence.DAY::format).collect(Collectors.joining(",")));
        return String.join(";", parts);
    }

    private static void some(List<String> parts, String name, Object value) {
        if (!value.toString().isEmpty()) {
            parts.add(name + "=" + value);
        }
    }
}
