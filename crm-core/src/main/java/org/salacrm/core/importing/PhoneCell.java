package org.salacrm.core.importing;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads telephone numbers: several in a cell, extensions, Thai digits, zeros that a spreadsheet swallowed. */
final class PhoneCell {
    /** Between numbers; short ones behind it are further lines or extensions of the same number. */
    private static final Pattern BETWEEN =
            Pattern.compile("\\s*(?:[;|&\\n]|และ|หรือ|[,/](?!\\s*\\d{1,4}\\s*(?:[,/]|$)))\\s*");

    private static final String SHORT = "(\\d{1,6}(?:\\s*[-,/]\\s*\\d{1,6})*)\\s*$";
    private static final Pattern EXTENSION =
            Pattern.compile("^(.*?)\\s*(?:โทรต่อ|ต่อ|ext\\.?|x|#)\\s*" + SHORT, Pattern.CASE_INSENSITIVE);
    private static final Pattern LINES =
            Pattern.compile("^(.*\\d)\\s*(-|ถึง|to|–|,|/)\\s*(\\d{1,2}(?:\\s*[,/]\\s*\\d{1,2})*)$");

    /** Words before a number that say nothing; others would be lost. */
    private static final Pattern WORD = Pattern.compile(
            "^(?:(?:โทรศัพท์|โทร|เบอร์|มือถือ|telephone|tel|phone|mobile)[.: ]*|[tmpo][.: ]+)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WITHOUT_ZERO = Pattern.compile("[1-9]\\d{7,8}");
    private static final Pattern BOTH = Pattern.compile("^\\+66\\s*\\(0\\)");
    private static final Pattern NUMBER = Pattern.compile("[+(]*\\d[\\d ()./\\-‐-–]*");

    /** The numbering plan, which outlives lists of what is given out today: mobile, then other numbers. */
    private static final Pattern THAI = Pattern.compile("[689]\\d{8}|[2-57]\\d{7}");

    /** Of emergencies and call centres, such as 191, 1669 and 11111; they have no area and are written in one piece. */
    private static final Pattern SERVICE = Pattern.compile("1\\d{2,5}");

    /** Where short numbers stand between others, which look like further lines of the number before them. */
    private static final Pattern OR = Pattern.compile("\\s*[,/]\\s*");

    private static final int THAILAND = 66;
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneCell() {}

    /**
     * A cell's numbers.
     *
     * @param numbers in national form with extension, the first telling
     * @param outcome the first number, or why the cell is refused
     */
    record Phones(List<String> numbers, Outcome outcome) {}

    /** Whether there may be more than one number in a cell. */
    static boolean isSeveral(SourceRow.Cell cell) {
        String typed = Clean.digits(Clean.text(cell.text()));
        return BETWEEN.matcher(typed).find() || OR.matcher(typed).find();
    }

    static Phones read(SourceRow.Cell cell) {
        String typed = Clean.text(cell.text());
        if (Clean.nothing(typed)) {
            return new Phones(List.of(), typed.isEmpty() ? Outcome.EMPTY : Outcome.emptied("import.repaired.nothing"));
        }
        Set<String> numbers = new LinkedHashSet<>();
        boolean zeroBack = false;
        for (String one : BETWEEN.split(Clean.digits(typed))) {
            List<String> read = one.isEmpty() ? List.of() : numbers(one);
            zeroBack |= WITHOUT_ZERO.matcher(one).matches();
            if (read.contains("")) {
                return new Phones(List.of(), Outcome.refused("import.phone.unknown", Map.of("part", one)));
            }
            numbers.addAll(read);
        }
        if (numbers.isEmpty()) {
            return new Phones(List.of(), Outcome.refused("import.phone.unknown", Map.of("part", typed)));
        }
        String first = numbers.iterator().next();
        return new Phones(
                List.copyOf(numbers), zeroBack ? Outcome.repaired(first, "import.repaired.zero") : Outcome.of(first));
    }

    private static List<String> numbers(String text) {
        String number = national(text);
        return number.isEmpty()
                ? OR.splitAsStream(text).map(PhoneCell::national).toList()
                : List.of(number);
    }

    /** National form such as {@code 081 234 5678}, foreign numbers with their country; empty when it is none. */
    private static String national(String text) {
        Matcher extension = EXTENSION.matcher(text);
        if (extension.matches()) {
            String number = national(extension.group(1));
            return number.isEmpty() ? "" : number + " ต่อ " + extension.group(2);
        }
        String plain = parse(text);
        Matcher lines = LINES.matcher(text);
        if (plain.isEmpty() && lines.matches()) {
            String number = parse(lines.group(1));
            String joint = lines.group(2).matches("[,/]") ? ", " : "-";
            return number.isEmpty() ? "" : number + joint + lines.group(3);
        }
        return plain;
    }

    private static String parse(String text) {
        String bare = WORD.matcher(text).replaceFirst("");
        if (SERVICE.matcher(bare).matches()) {
            return bare;
        }
        if (!NUMBER.matcher(bare).matches()) {
            return "";
        }
        try {
            PhoneNumber number = NUMBERS.parse(BOTH.matcher(bare).replaceFirst("+66"), "TH");
            boolean thai = number.getCountryCode() == THAILAND;
            String significant = NUMBERS.getNationalSignificantNumber(number);
            boolean exists = NUMBERS.isValidNumber(number)
                    || thai && THAI.matcher(significant).matches();
            PhoneNumberFormat form = thai ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL;
            return exists ? NUMBERS.format(number, form) : "";
        } catch (NumberParseException e) {
            return "";
        }
    }
}
