package org.salacrm.core.duplicate;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text as it is compared: small letters and the usual digits, without tone marks, accents and what cannot be seen;
 * what looks the same is the same. Punctuation stays.
 */
final class Letters {
    private static final char NIKHAHIT = '\u0e4d';
    private static final char AA = 'า';
    private static final char AM = '\u0e33';
    /** Silences the letter before it; kept, because {@link Sound} needs it. */
    static final char SILENT = '\u0e4c';

    private Letters() {}

    static String of(String text) {
        String plain = isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder out = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            put(out, plain.charAt(i));
        }
        return out.toString().strip();
    }

    private static void put(StringBuilder out, char c) {
        char last = out.length() == 0 ? ' ' : out.charAt(out.length() - 1);
        if (isSign(c)) {
            return;
        }
        if (c == AA && last == NIKHAHIT) {
            out.setCharAt(out.length() - 1, AM);
        } else if (c == 'เ' && last == 'เ') {
            out.setCharAt(out.length() - 1, 'แ');
        } else if (c >= '๐' && c <= '๙') {
            out.append((char) (c - '๐' + '0'));
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            if (last != ' ') {
                out.append(' ');
            }
        } else {
            out.append(lookAlike(Character.toLowerCase(c)));
        }
    }

    /** Tone marks, accents and what has no width. Thai vowels above and below are letters. */
    private static boolean isSign(char c) {
        if (c < 0x80) {
            return c < ' ' && !Character.isWhitespace(c);
        }
        if (c >= '\u0e00' && c < '\u0e80') {
            return c >= '\u0e47' && c <= '\u0e4e' && c != SILENT && c != NIKHAHIT || c == '\u0e3a';
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.FORMAT || type == Character.CONTROL && c != 0x85;
    }

    private static char lookAlike(char c) {
        return switch (c) {
            case 'ฤ' -> 'ร';
            case '’', '‘', '´', '`' -> '\'';
            case '–', '—', '‑', '‐', '−' -> '-';
            case '“', '”' -> '"';
            default -> c;
        };
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && (c < '\u0e00' || c >= '\u0e80') || c == AM) {
                return false;
            }
        }
        return true;
    }

    /** A vowel above, below or behind its consonant: it begins nothing. */
    static boolean isVowel(char c) {
        return c >= 'ะ' && c <= '\u0e3a';
    }

    static boolean isThai(char c) {
        return c >= '\u0e01' && c <= '\u0e4e';
    }

    /** Words of letters and digits; single letters in a row, as in {@code A.B.C.} or {@code น.ส.}, are one word. */
    static String[] words(String folded) {
        StringBuilder out = new StringBuilder(folded.length());
        int single = 0;
        int start = 0;
        for (int i = 0; i <= folded.length(); i++) {
            if (i < folded.length() && isPart(folded.charAt(i))) {
                continue;
            }
            if (i > start) {
                boolean one = i - start == 1 && !Character.isDigit(folded.charAt(start));
                if (out.length() > 0 && !(one && single > 0 && sameScript(out, folded.charAt(start)))) {
                    out.append(' ');
                }
                single = one ? single + 1 : 0;
                out.append(folded, start, i);
            }
            start = i + 1;
        }
        return out.length() == 0
                ? new String[0]
                : out.toString().toLowerCase(Locale.ROOT).split(" ");
    }

    private static boolean sameScript(StringBuilder out, char c) {
        return isThai(out.charAt(out.length() - 1)) == isThai(c);
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || isThai(c);
    }
}
