package org.salacrm.core.importing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.salacrm.api.importing.ImportState;
import org.salacrm.core.definition.BuddhistEra;

/** Reads dates as people in Thailand write them: either era, two or four digits, names of months, serial numbers. */
final class DateCell {
    private static final String ERA_WORD = "(?:พ\\.? ?ศ\\.?|ค\\.? ?ศ\\.?|B\\.?E\\.?|A\\.?D\\.?)?";
    private static final Pattern AROUND = Pattern.compile(
            "^(?:วันที่|(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)(?:ที่)?"
                    + "|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\b)[., ]*"
                    + "|(?:[T ]| *เวลา) *\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2}.*)?(?: *(?:น\\.?|[ap]m))?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,2}) ?[/.\\- ] ?(\\d{1,2}) ?[/.\\- ] ?(\\d{2}|\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4}) ?[/.\\-] ?(\\d{1,2}) ?[/.\\-] ?(\\d{1,2})");
    private static final Pattern TOGETHER = Pattern.compile("(19|20|25)(\\d{2})(0[1-9]|1[0-2])([0-3]\\d)");
    private static final Pattern TOGETHER_DAY_FIRST = Pattern.compile("([0-3]\\d)([01]\\d)(\\d{4})");
    private static final Pattern NAMED = Pattern.compile(
            "(\\d{1,2})(?:st|nd|rd|th)?[ \\-/.]*([\\p{L}\\p{M}.]+?)\\.?[ \\-/,]*" + ERA_WORD + " *(\\d{2}|\\d{4})");
    private static final Pattern NAME_FIRST =
            Pattern.compile("([\\p{L}\\p{M}.]+) *(\\d{1,2})(?:st|nd|rd|th)?[, ]+(\\d{4})");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    /** 1 January 1910: a smaller number is rather a year or an age. */
    private static final int MIN_SERIAL = 3654;

    private static final int MAX_SERIAL = 73_050 + 200_000; // 1 January 2100, in either era
    private static final int FIRST_BUDDHIST = 2400;
    private static final List<List<String>> MONTHS = List.of(
            List.of("มกราคม", "มค", "january", "jan"),
            List.of("กุมภาพันธ์", "กพ", "february", "feb"),
            List.of("มีนาคม", "มีค", "march", "mar"),
            List.of("เมษายน", "เมย", "april", "apr"),
            List.of("พฤษภาคม", "พค", "may"),
            List.of("มิถุนายน", "มิย", "june", "jun"),
            List.of("กรกฎาคม", "กรกฏาคม", "กค", "july", "jul"),
            List.of("สิงหาคม", "สค", "august", "aug"),
            List.of("กันยายน", "กย", "september", "sep", "sept"),
            List.of("ตุลาคม", "ตค", "october", "oct"),
            List.of("พฤศจิกายน", "พย", "november", "nov"),
            List.of("ธันวาคม", "ธค", "december", "dec"));

    private final LocalDate today;

    /**
     * How the dates of a column are written.
     *
     * @param monthFirst whether 3/4/2024 means the fourth of March here
     * @param era of the years, as of {@link ImportState.Column#era}
     */
    record Written(boolean monthFirst, String era) {
        static final Written USUALLY = new Written(false, "");

        /** Real dates, and those with the year first, are days of the common era, unless their year says otherwise. */
        private String eraOfDays() {
            return era.equals(ImportState.Column.COMMON) ? era : "";
        }
    }

    DateCell(LocalDate today) {
        this.today = today;
    }

    Outcome read(SourceRow.Cell cell, Written how) {
        if (cell.date().isPresent()) {
            LocalDate date = cell.date().get().toLocalDate();
            return date.getYear() > 1900 ? era(date, how.eraOfDays()) : Outcome.refused("import.date.unknown");
        }
        String text = text(cell);
        if (Clean.nothing(text)) {
            return Clean.text(cell.text()).isEmpty() ? Outcome.EMPTY : Outcome.emptied("import.repaired.nothing");
        }
        Matcher m = NUMBERS.matcher(text);
        if (m.matches()) {
            return numbers(m, how);
        }
        m = YEAR_FIRST.matcher(text);
        if (m.matches()) {
            return date(m.group(1), Integer.parseInt(m.group(2)), m.group(3), how.eraOfDays());
        }
        m = NAMED.matcher(text);
        if (m.matches() && month(m.group(2)) > 0) {
            return date(m.group(3), month(m.group(2)), m.group(1), how.era());
        }
        m = NAME_FIRST.matcher(text);
        if (m.matches() && month(m.group(1)) > 0) {
            return date(m.group(3), month(m.group(1)), m.group(2), how.era());
        }
        m = TOGETHER.matcher(text);
        if (m.matches()) {
            return date(m.group(1) + m.group(2), Integer.parseInt(m.group(3)), m.group(4), how.eraOfDays());
        }
        m = TOGETHER_DAY_FIRST.matcher(text);
        if (m.matches()) {
            return date(m.group(3), Integer.parseInt(m.group(2)), m.group(1), how.era());
        }
        return text.matches("\\d{4,6}(\\.\\d+)?")
                ? serial(new BigDecimal(text), how.eraOfDays())
                : Outcome.refused("import.date.unknown");
    }

    /** What is left of a cell without the day of the week and the time. */
    private static String text(SourceRow.Cell cell) {
        return AROUND.matcher(Clean.digits(Clean.text(cell.text()))).replaceAll("");
    }

    /** 1: the day can only stand first, -1: it can only stand second, 0: either, or no date of that kind. */
    static int order(SourceRow.Cell cell) {
        Matcher m = NUMBERS.matcher(cell.date().isPresent() ? "" : text(cell));
        return !m.matches() ? 0 : Boolean.compare(Integer.parseInt(m.group(1)) > 12, Integer.parseInt(m.group(2)) > 12);
    }

    /** Day before month; turned round where the column is so, or when there is no other reading. */
    private Outcome numbers(Matcher m, Written how) {
        int first = Integer.parseInt(m.group(1));
        int second = Integer.parseInt(m.group(2));
        boolean turned = how.monthFirst() ? first <= 12 : second > 12 && second <= 31 && first <= 12;
        return turned
                ? turned(date(m.group(3), first, m.group(2), how.era()))
                : date(m.group(3), second, m.group(1), how.era());
    }

    private Outcome date(String year, int month, String day, String era) {
        boolean two = year.length() == 2;
        int y = two ? fullYear(Integer.parseInt(year), era) : commonYear(Integer.parseInt(year), era);
        int d = Integer.parseInt(day);
        if (y < 1800 || y > 2200) {
            return noYear(year, era);
        }
        try {
            LocalDate date = LocalDate.of(y, month, d);
            return two ? repaired(date, "import.repaired.year") : Outcome.of(date);
        } catch (DateTimeException e) {
            boolean leap = month == 2 && d == 29;
            return Outcome.refused(
                    leap ? "import.date.noLeapYear" : "import.date.absent", Map.of("year", year, "commonYear", y));
        }
    }

    private static Outcome noYear(Object year, String era) {
        return Outcome.refused(era.isEmpty() ? "import.date.year" : "import.date.era", Map.of("year", year));
    }

    private static Outcome turned(Outcome date) {
        return date.isRefused() ? date : repaired((LocalDate) date.value().orElseThrow(), "import.repaired.monthFirst");
    }

    private static Outcome repaired(LocalDate date, String key) {
        String dayAndMonth = "%02d/%02d/".formatted(date.getDayOfMonth(), date.getMonthValue());
        Map<String, Object> said =
                Map.of("to", dayAndMonth + date.getYear(), "thai", dayAndMonth + (date.getYear() + BuddhistEra.AHEAD));
        return new Outcome(Optional.of(date), key, "", said);
    }

    /** A serial number counted by a spreadsheet in the Buddhist era lies as many years off as the era is ahead. */
    private static Outcome serial(BigDecimal number, String era) {
        return number.intValue() < MIN_SERIAL || number.intValue() > MAX_SERIAL
                ? Outcome.refused("import.date.unknown")
                : era(SERIAL_ZERO.plusDays(number.longValue()), era);
    }

    private static Outcome era(LocalDate date, String era) {
        if (date.getYear() < FIRST_BUDDHIST) {
            return Outcome.of(date);
        }
        if (!era.isEmpty()) {
            return noYear(date.getYear(), era);
        }
        int year = date.getYear() - BuddhistEra.AHEAD;
        return date.getMonthValue() == 2 && date.getDayOfMonth() == 29 && !Year.isLeap(year)
                ? Outcome.refused("import.date.noLeapYear", Map.of("year", date.getYear(), "commonYear", year))
                : repaired(date.withYear(year), "import.repaired.era");
    }

    private static int commonYear(int year, String era) {
        boolean buddhist = era.isEmpty() ? year >= FIRST_BUDDHIST : era.equals(ImportState.Column.BUDDHIST);
        return buddhist ? year - BuddhistEra.AHEAD : year;
    }

    /** Two digits mean the year nearest to today in the era, be it in the century before, or else in either era. */
    private int fullYear(int two, String era) {
        return switch (era) {
            case ImportState.Column.BUDDHIST -> nearest(2500 + two - BuddhistEra.AHEAD, 2400 + two - BuddhistEra.AHEAD);
            case ImportState.Column.COMMON -> nearest(2000 + two, 1900 + two);
            default -> nearest(2500 + two - BuddhistEra.AHEAD, 2000 + two); // 69 is 2569, 24 is 2024
        };
    }

    private int nearest(int year, int other) {
        return Math.abs(other - today.getYear()) < Math.abs(year - today.getYear()) ? other : year;
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
