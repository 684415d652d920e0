package org.salacrm.core.duplicate;

/** How a word sounds: Thai letters of one sound are one letter, and across scripts only the consonants are left. */
final class Sound {
    private static final String LETTERS = "ศษซฎฏฐธฒฑณภผฆฌฬใีูื";
    private static final String SOUNDS = "สสสดตททททนพพคชลไิุึ";
    private static final String VOWELS = "aeiouy";
    private static final String THAI = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลวศษสหฬฮ";
    private static final String LATIN = "kkkkNcccscntttttntttttnpppfpfpmylllwssshlh";

    private Sound() {}

    /** A word of {@link Letters} so that ways of writing one name become one. */
    static String of(String word) {
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == Letters.SILENT) {
                silence(out);
                continue;
            }
            int at = LETTERS.indexOf(c);
            char heard = at >= 0 ? SOUNDS.charAt(at) : c == 'ญ' ? opens(word, i) ? 'ย' : 'น' : c;
            boolean twice = out.length() > 0 && out.charAt(out.length() - 1) == heard && heard < 0x80;
            if (!twice || Character.isDigit(heard)) {
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
        out.setLength(pair ? kept - 1 : kept); // as in จันทร์ and ลักษณ์
    }

    private static boolean isMark(char c) {
        return c == '\u0e31' || c >= '\u0e34' && c <= '\u0e39';
    }

    /** The consonants of a word, in one alphabet for Thai and Latin letters; digits stay. */
    static String skeleton(String word) {
        StringBuilder out = new StringBuilder(word.length());
        String heard = silenced(word);
        char before = 0;
        for (int i = 0; i < heard.length(); i++) {
            char c = heard.charAt(i);
            char sound = Letters.isThai(c) ? thai(heard, i) : latin(heard, i);
            boolean twice = sound == before && !Character.isDigit(c);
            if (sound != 0 && !twice) {
                out.append(sound);
            }
            before = sound;
        }
        return out.toString();
    }

    private static char thai(String word, int i) {
        char c = word.charAt(i);
        int at = THAI.indexOf(c);
        if (at < 0) {
            return c == '\u0e33' ? 'm' : (char) 0;
        }
        char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
        if (c == 'ห' && "งนมยรลวญ".indexOf(next) >= 0) {
            return 0; // only lifts the tone of the consonant after it
        }
        if (c == 'ท' && next == 'ร' && i + 2 < word.length() && "ัาง".indexOf(word.charAt(i + 2)) >= 0) {
            return 's';
        }
        if (c == 'ร' && (next == 'ร' || i > 0 && word.charAt(i - 1) == 'ร')) {
            return next == 'ร' ? 0 : i + 1 == word.length() ? 'n' : (char) 0;
        }
        if (c == 'ร' && i > 0 && word.charAt(i - 1) == 'ท' && i + 1 < word.length() && "ัาง".indexOf(next) >= 0) {
            return 0;
        }
        char sound = LATIN.charAt(at);
        boolean vowel = c == 'ย' || c == 'ว' && i > 0 && word.charAt(i - 1) == '\u0e31';
        return vowel ? 0 : sound;
    }

    private static char latin(String word, int i) {
        char c = word.charAt(i);
        char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
        char before = i > 0 ? word.charAt(i - 1) : ' ';
        return switch (c) {
            case 'h' -> i > 0 && "ckptsgr".indexOf(before) >= 0 ? (char) 0 : 'h';
            case 'c' -> next == 'h' ? 'c' : "eiy".indexOf(next) >= 0 ? 's' : 'k';
            case 'j' -> 'c';
            case 'q', 'k', 'x' -> 'k';
            case 'g' -> before == 'n' || next == 'h' ? (char) 0 : 'k';
            case 'n' -> next == 'g' ? 'N' : 'n';
            case 't' -> word.startsWith("ch", i + 1) ? (char) 0 : 't';
            case 'd' -> 't';
            case 'b', 'p' -> 'p';
            case 'v', 'w' -> i > 0 && VOWELS.indexOf(next) < 0 ? (char) 0 : 'w';
            case 'r' -> VOWELS.indexOf(next) < 0 && i > 0 ? (char) 0 : 'l';
            case 'l', 'm', 'f' -> c;
            case 's', 'z' -> 's';
            default -> VOWELS.indexOf(c) >= 0 || !Character.isLetterOrDigit(c) ? (char) 0 : c;
        };
    }

    /** Leaves out letters that are not heard. */
    private static String silenced(String word) {
        if (word.indexOf(Letters.SILENT) < 0) {
            return word;
        }
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) == Letters.SILENT) {
                silence(out);
            } else {
                out.append(word.charAt(i));
            }
        }
        return out.toString();
    }
}
