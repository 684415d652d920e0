package org.salacrm.core.importing;

/** The 13 digits by which the Revenue Department knows a person or company; the last one checks the others. */
final class ThaiTaxId {
    private static final int DIGITS = 13;

    private ThaiTaxId() {}

    /** Sum of digit times (14 - place) over the first twelve; check digit = (11 - sum mod 11) mod 10. */
    static boolean valid(String digits) {
        int sum = 0;
        for (int i = 0; i < DIGITS - 1; i++) {
            sum += (digits.charAt(i) - '0') * (DIGITS - i);
        }
        return (11 - sum % 11) % 10 == digits.charAt(DIGITS - 1) - '0';
    }
}
