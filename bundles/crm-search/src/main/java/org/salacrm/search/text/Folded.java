package org.salacrm.search.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as search sees it: small letters, no tone marks and accents, Arabic digits, single blanks. Each character is
 * folded on its own, so a part of a text is folded to a part of the folded text.
 *
 * @param text the folded text
 * @param origins for each character of it the index of the character it came from, and the length of the original
 */
public record Folded(String text, int[] origins) {
    private static final char MAITAIKHU = '\u0e47';
    private static final char LAST_THAI_SIGN = '\u0e4e';
    private static final int ASCII = 128;

    public static Folded of(String original) {
        StringBuilder text = new StringBuilder(original.length());
        int[] origins = new int[original.length() * 2 + 1];
        boolean blank = true;
        for (int i = 0; i < original.length(); ) {
            int point = original.codePointAt(i);
            boolean space = Character.isWhitespace(point) || Character.isSpaceChar(point);
            String folded = space ? blank ? "" : " " : fold(point);
            for (int k = 0; k < folded.length(); k++) {
                if (text.length() + 1 >= origins.length) {
                    origins = Arrays.copyOf(origins, origins.length * 2);
                }
                origins[text.length()] = i;
                text.append(folded.charAt(k));
            }
            blank = space || blank && folded.isEmpty();
            i += Character.charCount(point);
        }
        origins[text.length()] = original.length();
        return new Folded(text.toString(), origins);
    }

    private static String fold(int point) {
        if (point < ASCII) {
            return point < ' ' ? "" : String.valueOf((char) Character.toLowerCase(point));
        }
        if (point == 'แ') {
            return "เเ"; // often typed so, and it looks the same
        }
        String parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder();
        parts.toLowerCase(Locale.ROOT).codePoints().forEach(part -> {
            if (Character.isDigit(part)) {
                folded.append(Character.getNumericValue(part));
            } else if (!isSign(part)) {
                folded.appendCodePoint(part);
            }
        });
        return folded.toString();
    }

    /** Thai tone marks and the like, accents, and what has no width. Thai vowels above and below are letters. */
    private static boolean isSign(int point) {
        boolean thai = point >= '\u0e00' && point < '\u0e80';
        return thai
                ? point >= MAITAIKHU && point <= LAST_THAI_SIGN
                : Character.getType(point) == Character.NON_SPACING_MARK
                        || Character.getType(point) == Character.FORMAT;
    }

    /** Where a part of the folded text ends in the original, the signs that follow it included. */
    public int end(int foldedEnd) {
        return origins[foldedEnd];
    }

    public int start(int foldedStart) {
        return origins[foldedStart];
    }
}
