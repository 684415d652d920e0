package org.salacrm.core.calendar;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A rule in the words of other programs. They leave out months without a 31st, where here the last day is meant; and
 * they count the end of what has hours in UTC.
 */
final class IcsRule {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int IN_EVERY_MONTH = 28;

    private IcsRule() {}

    static String of(Recurrence rule, boolean days, ZoneId zone) {
        Recurrence plain = new Recurrence(
                rule.unit(),
                rule.every(),
                rule.weekdays(),
                rule.nth(),
                rule.day() > IN_EVERY_MONTH ? 0 : rule.day(),
                rule.month(),
                rule.count(),
                Recurrence.ENDLESS,
                new TreeSet<>());
        List<String> parts = new ArrayList<>(List.of(plain.toString()));
        if (rule.day() > IN_EVERY_MONTH) {
            parts.add("BYMONTHDAY="
                    + IntStream.rangeClosed(IN_EVERY_MONTH, rule.day())
                            .mapToObj(String::valueOf)
                            .collect(Collectors.joining(",")));
            parts.add("BYSETPOS=-1");
        }
        if (!rule.until().equals(Recurrence.ENDLESS) && rule.count() == 0) {
            parts.add("UNTIL="
                    + (days
                            ? Recurrence.DAY.format(rule.until())
                            : UTC.format(rule.until()
                                    .plusDays(1)
                                    .atStartOfDay(zone)
                                    .toInstant()
                                    .minusSeconds(1))));
        }
        return String.join(";", parts);
    }
}
