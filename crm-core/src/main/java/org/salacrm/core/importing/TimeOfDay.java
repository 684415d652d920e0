package org.salacrm.core.importing;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time written behind a date. */
final class TimeOfDay {
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.](\\d{2})(?::(\\d{2}))?\\s*(?:น\\.?)?\\s*$");

    private TimeOfDay() {}

    /** Midnight when there is none. */
    static LocalTime in(String text) {
        Matcher m = TIME.matcher(Clean.digits(text));
        if (!m.find() || Integer.parseInt(m.group(1)) > 23 || Integer.parseInt(m.group(2)) > 59) {
            return LocalTime.MIDNIGHT;
        }
        return LocalTime.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
    }
}
