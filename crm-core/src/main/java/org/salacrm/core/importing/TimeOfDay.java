package org.salacrm.core.importing;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time written behind a date. */
final class TimeOfDay {
    private static final Pattern TIME = Pattern.compile(
            "(?:[T ]|เวลา) *(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})\\S*)?\\s*(?:น\\.?|(am|pm))?$",
            Pattern.CASE_INSENSITIVE);

    private TimeOfDay() {}

    /** Midnight when there is none. */
    static LocalTime in(String text) {
        Matcher m = TIME.matcher(Clean.digits(Clean.text(text)));
        if (!m.find()) {
            return LocalTime.MIDNIGHT;
        }
        int hour = Integer.parseInt(m.group(1));
        int minute = Integer.parseInt(m.group(2));
        if (m.group(4) != null) {
            hour = hour % 12 + (m.group(4).equalsIgnoreCase("pm") ? 12 : 0);
        }
        int second = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
        boolean known = hour < 24 && minute < 60 && second < 60;
        return known ? LocalTime.of(hour, minute, second) : LocalTime.MIDNIGHT;
    }
}
