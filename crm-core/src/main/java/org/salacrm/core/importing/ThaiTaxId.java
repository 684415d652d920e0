package org.salacrm.core.importing;

import java.util.Map;
import java.util.regex.Pattern;

/** The 13 digits by which the Revenue Department knows a person or company; the last one checks the others. */
final class ThaiTaxId {
    private static final int DIGITS = 13;
    private static final Pattern GROUPING = Pattern.compile("[\\s.\\-]");
    private static final Pattern DIGITS_ONLY = Pattern.compile("\\d+");

    private ThaiTaxId() {}

    /** Digits may be grouped; a spreadsheet may have swallowed the leading zero. */
    static Outcome read(SourceRow.Cell cell) {
        String typed = Clean.text(cell.text());
        if (Clean.nothing(typed)) {
            return typed.isEmpty() ? Outcome.EMPTY : Outcome.emptied("import.repaired.nothing");
        }
        String digits = GROUPING.matcher(Clean.digits(typed)).replaceAll("");
        boolean plain = DIGITS_ONLY.matcher(digits).matches();
        if (plain && digits.length() == DIGITS - 1 && valid("0" + digits)) {
            return Outcome.repaired("0" + digits, "import.repaired.zero");
        }
        if (!plain || digits.length() != DIGITS) {
            int count = digits.replaceAll("\\D", "").length();
            return Outcome.refused("import.taxId.length", Map.of("digits", count));
        }
        return valid(digits) ? Outcome.of(digits) : Outcome.refused("import.taxId.check");
    }

    /** Sum of digit times (14 - place) over the first twelve; check digit = (11 - sum mod 11) mod 10. */
    static boolean valid(String digits) {
        int sum = 0;
        for (int i = 0; i < DIGITS - 1; i++) {
            sum += (digits.charAt(i) - '0') * (DIGITS - i);
        }
        return (11 - sum % 11) % 10 == digits.charAt(DIGITS - 1) - '0';
    }
}
