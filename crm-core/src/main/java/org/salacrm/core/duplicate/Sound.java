package org.salacrm.core.duplicate;

import java.util.Locale;

/** How a word sounds: Thai letters of one sound are one letter. Across scripts see {@link Skeleton}. */
final class Sound {
    private static final String LETTERS = "ศษซฎฏฐธฒฑณภผฆฌฬใีูื";
    private static final String SOUNDS = "สสสดตททททนพพคชลไิุึ";

    private static final int WORD = 4;

    private Sound() {}

    /** A word of {@link Letters} so that ways of writing one name become one. */
    static String of(String word) {
        return plain(marked(word));
    }

    /** What was marked, without the letters that may be heard or not. */
    static String plain(String marked) {
        for (int i = 0; i < marked.length(); i++) {
            if (isAside(marked.charAt(i))) {
                StringBuilder out = new StringBuilder(marked.length());
                marked.chars().filter(c -> !isAside((char) c)).forEach(c -> out.append((char) c));
                return out.toString();
            }
        }
        return marked;
    }

    /** Whether a letter of what was marked stands for one under a ์. */
    static boolean isAside(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** How a word sounds, and in capitals of {@link Skeleton} what stands under a ์: in loan words it is heard. */
    static String marked(String word) {
        boolean isWord = word.length() >= WORD; // PTT is not PT
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == Letters.SILENT) {
                silence(out);
                continue;
            }
            int at = LETTERS.indexOf(c);
            char heard = at >= 0 ? SOUNDS.charAt(at) : c == 'ญ' ? opens(word, i) ? 'ย' : 'น' : c;
            boolean twice = isWord && out.length() > 0 && out.charAt(out.length() - 1) == heard && heard < 0x80;
            if (twice && (heard == 'e' || heard == 'o')) {
                out.setCharAt(out.length() - 1, heard == 'e' ? 'i' : 'u'); // Malee is Mali, Boon is Bun
            } else if (!twice || Character.isDigit(heard)) {
                out.append(heard);
            }
        }
        return out.toString();
    }

    /** Whether a vowel belongs to the consonant, so that it begins a syllable and does not end one. */
    private static boolean opens(String word, int i) {
        char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
        char before = i > 0 ? word.charAt(i - 1) : ' ';
        return isMark(next) || "ะาำ".indexOf(next) >= 0 || "เแโไให".indexOf(before) >= 0;
    }

    /** Takes away the letter that is not heard, with the vowel above or below it. */
    private static void silence(StringBuilder out) {
        int end = out.length();
        while (end > 0 && isMark(out.charAt(end - 1))) {
            end--;
        }
        int kept = Math.max(0, end - 1);
        boolean pair = kept > 0
                && out.length() > kept
                && (out.charAt(kept) == 'ร' && out.charAt(kept - 1) == 'ท'
                        || "ณน".indexOf(out.charAt(kept)) >= 0
                                && "ษส".indexOf(out.charAt(kept - 1)) >= 0
                                && kept > 1
                                && out.charAt(kept - 2) == 'ก');
        String silent = kept < end && Letters.isThai(out.charAt(kept))
                ? Skeleton.of(String.valueOf(out.charAt(kept))).toUpperCase(Locale.ROOT)
                : "";
        out.setLength(pair ? kept - 1 : kept); // as in จันทร์ and ลักษณ์
        out.append(pair || "LYW".contains(silent) && !"L".equals(silent) ? "" : silent);
    }

    private static boolean isMark(char c) {
        return c == '\u0e31' || c >= '\u0e34' && c <= '\u0e39';
    }
}
