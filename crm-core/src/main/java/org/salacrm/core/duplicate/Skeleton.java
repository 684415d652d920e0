package org.salacrm.core.duplicate;

/**
 * What is heard of a word without its vowels, in one alphabet for Thai and Latin letters: c is จ ช and ch, g is ng, j a
 * soft g, r an l and z a ร that ends a syllable. A capital may be heard or not, such as a letter under a ์. Digits
 * stay.
 */
final class Skeleton {
    private static final String LETTERS = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลวศษสหฬฮ";
    private static final String SOUNDS = "kkkkgcccscYtttttntttttnpppfpfpmYlllwssshlh";
    private static final String BEFORE = "เแโไใ";
    /** What of a skeleton finds a record again: letters that are taken for each other are one. */
    private static final String ALIKE = "gfcjz";

    private static final String ONE = "npssn";

    private Skeleton() {}

    /** @param word as {@link Sound} marks it, or only as it sounds */
    static String of(String word) {
        if (word.isEmpty() || !Letters.isThai(word.charAt(0))) {
            return LatinSkeleton.of(word);
        }
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char sound = thai(word, i);
            if (sound != 0 && !isTwice(word, i)) {
                out.append(sound);
            }
        }
        return out.toString();
    }

    /**
     * A skeleton by which what sounds much alike is found.
     *
     * @param all whether what may be heard or not is heard; else a ร that ends a syllable is
     */
    static String key(String skeleton, boolean all) {
        StringBuilder out = new StringBuilder(skeleton.length());
        for (int i = 0; i < skeleton.length(); i++) {
            char c = skeleton.charAt(i);
            boolean aside = Character.isUpperCase(c);
            char plain = all && c != 'Y' ? Character.toLowerCase(c) : c;
            int at = ALIKE.indexOf(plain);
            char heard = at >= 0 ? ONE.charAt(at) : plain;
            boolean liquid = plain == 'r' || plain == 'l' && (i > 0 || aside) || plain == 'z' && all;
            boolean faint =
                    plain == 'j' && !all || heard == 'w' || heard == 'h' || liquid || Character.isUpperCase(heard);
            boolean twice = out.length() > 0 && out.charAt(out.length() - 1) == heard && !Character.isDigit(c);
            if (!faint && !twice) {
                out.append(heard);
            }
        }
        return out.toString();
    }

    /** A consonant that ends a syllable and begins the next, as in แพคเกจจิ้ง. */
    private static boolean isTwice(String word, int i) {
        int last = i - 1;
        if (last > 0 && BEFORE.indexOf(word.charAt(last)) >= 0) {
            last--;
            if (last == 0 || BEFORE.indexOf(word.charAt(last - 1)) >= 0) {
                return false;
            }
        }
        return last >= 0 && sound(word.charAt(last)) != 0 && sound(word.charAt(last)) == sound(word.charAt(i));
    }

    private static char sound(char c) {
        int at = LETTERS.indexOf(c);
        return at < 0 ? 0 : SOUNDS.charAt(at);
    }

    private static char thai(String word, int i) {
        char c = word.charAt(i);
        char next = at(word, i + 1);
        char sound = sound(c);
        if (sound == 0) {
            return c == '\u0e33' ? 'm' : c < 0x80 && Character.isLetterOrDigit(c) ? c : 0;
        }
        return switch (c) {
            case 'ห' -> i + 1 < word.length() && "งนมยรลวญ".indexOf(next) >= 0 ? 0 : sound; // only lifts the tone
            case 'ส' -> next == 'ต' && i + 2 == word.length() ? 0 : sound; // ราษฎร์
            case 'ท' -> isSounded(word, i) ? 's' : sound;
            case 'ฟ' -> next == 'ว' || BEFORE.indexOf(next) >= 0 && at(word, i + 2) == 'ว' ? 0 : sound;
            case 'ร' -> r(word, i);
            case 'ล', 'ฬ' -> i > 0 && !opens(word, i) ? 'r' : sound;
            case 'ว', 'ย' -> i > 0 && !opens(word, i) ? 0 : sound; // is a vowel there
            default -> sound;
        };
    }

    /** ทร is heard as s in some words: ทราย, ทรัพย์, ทรง. */
    private static boolean isSounded(String word, int i) {
        char third = at(word, i + 2);
        char fourth = at(word, i + 3);
        return at(word, i + 1) == 'ร'
                && (third == 'ง'
                        || third == 'า' && (fourth == 'ย' || fourth == 'บ')
                        || third == '\u0e31' && fourth == 'พ');
    }

    private static char r(String word, int i) {
        char next = at(word, i + 1);
        if (next == 'ร' || i > 0 && at(word, i - 1) == 'ท' && isSounded(word, i - 1)) {
            return 0;
        }
        if (i > 0 && word.charAt(i - 1) == 'ร') {
            return Letters.isVowel(next) ? 'l' : sound(next) == 0 ? 'n' : 0; // เพชรรัตน์, สวรรค์ and ธรรม
        }
        return i > 0 && !opens(word, i) ? 'z' : 'l';
    }

    /** Whether a vowel belongs to the consonant, so that it begins a syllable. */
    private static boolean opens(String word, int i) {
        char next = at(word, i + 1);
        boolean vowel = Letters.isVowel(next) || next == 'อ' || next == 'ร' && at(word, i + 2) == 'ร';
        char before = at(word, i - 1);
        boolean cluster = i > 1 && "กขคปผพบฟตทสจ".indexOf(before) >= 0 && BEFORE.indexOf(word.charAt(i - 2)) >= 0;
        return vowel || BEFORE.indexOf(before) >= 0 || cluster && "รล".indexOf(word.charAt(i)) >= 0 && sound(next) != 0;
    }

    private static char at(String word, int i) {
        return i >= 0 && i < word.length() ? word.charAt(i) : ' ';
    }
}
