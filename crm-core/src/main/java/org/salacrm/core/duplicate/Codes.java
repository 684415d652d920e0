package org.salacrm.core.duplicate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Compares what is the same or is not: tax numbers, codes, days. */
final class Codes implements Comparison<Set<String>> {
    private static final int TAX_DIGITS = 10;

    private final UnaryOperator<String> plain;
    private final boolean sloppy;

    private Codes(UnaryOperator<String> plain, boolean sloppy) {
        this.plain = plain;
        this.sloppy = sloppy;
    }

    /** Letters and digits only, whatever stands between them. */
    static Codes exact() {
        return new Codes(text -> Letters.of(text).replaceAll("[^\\p{L}\\p{M}\\p{N}]", ""), false);
    }

    /** Numbers of ten or thirteen digits; one that differs by a slip of the hand says nothing. */
    static Codes tax() {
        return new Codes(Codes::taxDigits, true);
    }

    /** The branch of a tax number: {@code สำนักงานใหญ่} and 00000 are the same. */
    static Codes branch() {
        return new Codes(CompanyName::branch, false);
    }

    private static String taxDigits(String text) {
        String digits = Letters.of(text).replaceAll("[^0-9]", "");
        return digits.length() < TAX_DIGITS || digits.chars().distinct().count() == 1 ? "" : digits;
    }

    @Override
    public Set<String> read(List<String> texts) {
        Set<String> codes = new HashSet<>();
        texts.forEach(text -> codes.add(plain.apply(text)));
        codes.remove("");
        return codes;
    }

    @Override
    public double agreement(Set<String> a, Set<String> b) {
        for (String x : a) {
            for (String y : b) {
                if (x.equals(y)) {
                    return 1;
                }
                if (sloppy && (x.length() != y.length() || Edits.distance(x, y) <= 2)) {
                    return 0;
                }
            }
        }
        return -1;
    }

    @Override
    public void keys(Set<String> codes, Consumer<String> keys) {
        codes.forEach(keys);
    }
}
