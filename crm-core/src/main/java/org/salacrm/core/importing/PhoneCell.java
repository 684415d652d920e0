package org.salacrm.core.importing;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads telephone numbers: several in a cell, extensions, Thai digits, zeros that a spreadsheet swallowed. */
final class PhoneCell {
    private static final Pattern EXTENSION = Pattern.compile(
            "^(.*?)\\s*(?:ต่อ|ext\\.?|x|#|โทรต่อ)\\s*(\\d{1,6}(?:\\s*-\\s*\\d{1,6})?)\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern RANGE = Pattern.compile("^(.*\\d)\\s*(?:-|ถึง|–)\\s*(\\d{1,2})$");
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneCell() {}

    /**
     * A cell's numbers.
     *
     * @param numbers in national form with extension, the first telling
     * @param outcome the first number, or why the cell is refused
     */
    record Phones(List<String> numbers, Outcome outcome) {}

    static Phones read(SourceRow.Cell cell) {
        String typed = Clean.text(cell.text());
        if (Clean.nothing(typed)) {
            return new Phones(List.of(), typed.isEmpty() ? Outcome.EMPTY : Outcome.emptied("import.repaired.nothing"));
        }
        List<String> numbers = new ArrayList<>();
        boolean zeroBack = false;
        for (String one : Clean.digits(typed).split("\\s*(?:[,;/\\n]|และ|หรือ)\\s*")) {
            boolean lostZero = one.matches("[1-9]\\d{7,8}");
            String number = national(lostZero ? "0" + one : one);
            zeroBack |= lostZero;
            if (number.isEmpty()) {
                return new Phones(List.of(), Outcome.refused("import.phone.unknown", Map.of("part", one)));
            }
            numbers.add(number);
        }
        String first = numbers.get(0);
        return new Phones(numbers, zeroBack ? Outcome.repaired(first, "import.repaired.zero") : Outcome.of(first));
    }

    /** National form such as {@code 081 234 5678}, foreign numbers with their country; empty when it is none. */
    private static String national(String text) {
        Matcher extension = EXTENSION.matcher(text);
        if (extension.matches()) {
            String number = national(extension.group(1));
            return number.isEmpty() ? "" : number + " ต่อ " + extension.group(2);
        }
        String plain = parse(text);
        Matcher range = RANGE.matcher(text);
        if (plain.isEmpty() && range.matches()) {
            String number = parse(range.group(1));
            return number.isEmpty() ? "" : number + "-" + range.group(2);
        }
        return plain;
    }

    private static String parse(String text) {
        try {
            PhoneNumber number = NUMBERS.parse(text.replaceFirst("^\\+66\\s*\\(0\\)", "+66"), "TH");
            if (!NUMBERS.isValidNumber(number)) {
                return "";
            }
            boolean thai = number.getCountryCode() == 66;
            return NUMBERS.format(number, thai ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return "";
        }
    }
}
