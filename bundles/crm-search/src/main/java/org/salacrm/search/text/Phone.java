package org.salacrm.search.text;

import java.util.Optional;
import java.util.regex.Pattern;

/** Phone and tax numbers, however they are written: their digits, the country's own without its code. */
public final class Phone {
    private static final Pattern LOOKS_SO = Pattern.compile("[0-9+()\\-./ ]+");
    private static final String HOME = "66";
    /** Digits of a Thai number with the code of the country: eight for a fixed line, nine for a mobile. */
    private static final int WITH_CODE = 10;

    private static final int FEWEST = 3;

    private Phone() {}

    public static String digits(String number) {
        String folded = Folded.of(number).text();
        String digits = folded.replaceAll("[^0-9]", "");
        boolean coded = folded.startsWith("+") || digits.length() >= WITH_CODE;
        return coded && digits.startsWith(HOME) ? withoutCode(digits) : digits;
    }

    /** Written as {@code +66 (0)81} the nought stands there already. */
    private static String withoutCode(String digits) {
        String rest = digits.substring(HOME.length());
        return rest.startsWith("0") ? rest : "0" + rest;
    }

    /** What to look for when a text is a part of a number. */
    static Optional<String> part(String typed) {
        String folded = Folded.of(typed).text();
        if (!LOOKS_SO.matcher(folded).matches()) {
            return Optional.empty();
        }
        return Optional.of(digits(folded)).filter(digits -> digits.length() >= FEWEST);
    }
}
