package org.salacrm.core.importing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates as people in Thailand write them: either era, two or four digits, names of months, serial numbers. */
final class DateCell {
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{2}|\\d{4})(?:[ T]\\d{1,2}:\\d{2}.*)?");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[/.\\-](\\d{1,2})[/.\\-](\\d{1,2})(?:[ T]\\d{1,2}:\\d{2}.*)?");
    private static final Pattern NAMED = Pattern.compile("(\\d{1,2})[ \\-/.]*([\\p{L}\\p{M}.]+?)\\.?[ \\-/]*"
            + "(?:พ\\.?ศ\\.?|ค\\.?ศ\\.?|B\\.?E\\.?)?[ ]*(\\d{2}|\\d{4})");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int MAX_SERIAL = 73_050; // 1 January 2100
    private static final int ERA = 543;
    private static final int FIRST_BUDDHIST = 2400;
    private static final List<List<String>> MONTHS = List.of(
            List.of("มกราคม", "มค", "january", "jan"),
            List.of("กุมภาพันธ์", "กพ", "february", "feb"),
            List.of("มีนาคม", "มีค", "march", "mar"),
            List.of("เมษายน", "เมย", "april", "apr"),
            List.of("พฤษภาคม", "พค", "may"),
            List.of("มิถุนายน", "มิย", "june", "jun"),
            List.of("กรกฎาคม", "กค", "july", "jul"),
            List.of("สิงหาคม", "สค", "august", "aug"),
            List.of("กันยายน", "กย", "september", "sep", "sept"),
            List.of("ตุลาคม", "ตค", "october", "oct"),
            List.of("พฤศจิกายน", "พย", "november", "nov"),
            List.of("ธันวาคม", "ธค", "december", "dec"));

    private final LocalDate today;

    DateCell(LocalDate today) {
        this.today = today;
    }

    Outcome read(SourceRow.Cell cell) {
        if (cell.date().isPresent()) {
            return era(cell.date().get().toLocalDate());
        }
        if (cell.number().isPresent()) {
            return serial(cell.number().get());
        }
        String text = Clean.digits(Clean.text(cell.text()));
        if (Clean.nothing(text)) {
            return Clean.text(cell.text()).isEmpty() ? Outcome.EMPTY : Outcome.emptied("import.repaired.nothing");
        }
        Matcher m = YEAR_FIRST.matcher(text);
        if (m.matches()) {
            return date(m.group(1), Integer.parseInt(m.group(2)), m.group(3), false);
        }
        m = DAY_FIRST.matcher(text);
        if (m.matches()) {
            return dayFirst(m.group(3), Integer.parseInt(m.group(2)), m.group(1));
        }
        m = NAMED.matcher(text);
        if (m.matches()) {
            int month = month(m.group(2));
            if (month > 0) {
                return date(m.group(3), month, m.group(1), false);
            }
        }
        if (text.matches("\\d{5}")) {
            return serial(new BigDecimal(text));
        }
        return Outcome.refused("import.date.unknown");
    }

    /** Day before month; turned round only when there is no other reading. */
    private Outcome dayFirst(String year, int month, String day) {
        int d = Integer.parseInt(day);
        return month > 12 && month <= 31 && d <= 12
                ? date(year, d, String.valueOf(month), true)
                : date(year, month, day, false);
    }

    private Outcome date(String year, int month, String day, boolean turned) {
        int y = year.length() == 2 ? fullYear(Integer.parseInt(year)) : commonYear(Integer.parseInt(year));
        int d = Integer.parseInt(day);
        if (y < 1800 || y > 2200) {
            return Outcome.refused("import.date.year", Map.of("year", year));
        }
        try {
            LocalDate date = LocalDate.of(y, month, d);
            return turned ? Outcome.repaired(date, "import.repaired.monthFirst") : Outcome.of(date);
        } catch (DateTimeException e) {
            boolean leap = month == 2 && d == 29;
            return Outcome.refused(
                    leap ? "import.date.noLeapYear" : "import.date.absent", Map.of("year", year, "commonYear", y));
        }
    }

    /** A serial number counted by a spreadsheet in the Buddhist era lies 543 years off. */
    private Outcome serial(BigDecimal number) {
        if (number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(MAX_SERIAL + 200_000L)) > 0) {
            return Outcome.refused("import.date.unknown");
        }
        return era(SERIAL_ZERO.plusDays(number.longValue()));
    }

    private static Outcome era(LocalDate date) {
        if (date.getYear() < FIRST_BUDDHIST) {
            return Outcome.of(date);
        }
        int year = date.getYear() - ERA;
        return date.getMonthValue() == 2 && date.getDayOfMonth() == 29 && !Year.isLeap(year)
                ? Outcome.refused("import.date.noLeapYear", Map.of("year", date.getYear(), "commonYear", year))
                : Outcome.repaired(date.withYear(year), "import.repaired.era");
    }

    private static int commonYear(int year) {
        return year >= FIRST_BUDDHIST ? year - ERA : year;
    }

    /** Two digits mean the year nearest to today in either era: 69 is 2569, 24 is 2024. */
    private int fullYear(int two) {
        int common = 2000 + two;
        int buddhist = 2500 + two - ERA;
        return Math.abs(common - today.getYear()) < Math.abs(buddhist - today.getYear()) ? common : buddhist;
    }

    private static int month(String word) {
        String key = Clean.key(word);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).contains(key)) {
                return i + 1;
            }
        }
        return 0;
    }
}
