package org.salacrm.core.duplicate;

/** The {@link Skeleton} of a word in Latin letters, be it English or a Thai name, as a Thai hears and writes it. */
final class LatinSkeleton {
    private static final String VOWELS = "aeiouy";
    /** How a letter is called: C is ซี. */
    private static final String[] NAMES = {
        "", "p", "s", "t", "", "f", "c", "c", "", "c", "k", "r", "m", "n", "", "p", "kw", "", "s", "t", "Y", "w", "tpY",
        "kS", "w", "s"
    };

    private final String word;
    private final StringBuilder out;

    private LatinSkeleton(String word) {
        this.word = word;
        this.out = new StringBuilder(word.length());
    }

    static String of(String word) {
        if (word.length() == 1 && word.charAt(0) >= 'a' && word.charAt(0) <= 'z') {
            return NAMES[word.charAt(0) - 'a'];
        }
        LatinSkeleton skeleton = new LatinSkeleton(word);
        for (int i = 0; i < word.length(); i++) {
            skeleton.put(i);
        }
        return skeleton.out.toString();
    }

    private void put(int i) {
        char c = word.charAt(i);
        char sound =
                Letters.isThai(c) ? Skeleton.of(String.valueOf(c)).concat("\0").charAt(0) : sound(i);
        boolean twice = i > 0
                && out.length() > 0
                && out.charAt(out.length() - 1) == sound
                && !isVowel(i - 1)
                && "td".indexOf(at(i - 1)) < 0
                && !Character.isDigit(c);
        if (sound == 0 || twice) {
            return;
        }
        out.append(sound);
        if (c == 'x' && i > 0) {
            out.append('S');
        } else if (c == 'q' && at(i + 1) == 'u' && isVowel(i + 2) && !ends(i, "que")) {
            out.append('w');
        }
    }

    private char sound(int i) {
        return switch (word.charAt(i)) {
            case 'b', 'p' -> 'p';
            case 'c' -> c(i);
            case 'd' -> t(i);
            case 'f', 'm' -> word.charAt(i);
            case 'g' -> g(i);
            case 'h' -> i > 0 && "ckptsgrwd".indexOf(at(i - 1)) >= 0 ? (char) 0 : 'h';
            case 'j' -> 'c';
            case 'k' -> i == 0 && at(1) == 'n' && isVowel(2) ? 0 : 'k';
            case 'l' -> isVowel(i + 1) && (isVowel(i - 1) || !ends(i, "le") && !ends(i, "les")) ? 'l' : 'r';
            case 'n' -> at(i + 1) == 'g' && !isSoft(i + 1) ? 'g' : 'n';
            case 'q' -> 'k';
            case 'r' -> i > 0 && (!isVowel(i + 1) || isVowel(i - 1) && (ends(i, "re") || ends(i, "res"))) ? 0 : 'l';
            case 's' -> s(i);
            case 't' -> t(i);
            case 'v' -> isVowel(i + 1) && !ends(i, "ve") && !ends(i, "ves") ? 'w' : 'f';
            case 'w' -> isVowel(i + 1) || at(i + 1) == 'h' ? 'w' : (char) 0;
            case 'x' -> i == 0 ? 's' : 'k';
            case 'y' -> isVowel(i + 1) ? 'Y' : (char) 0;
            case 'z' -> 's';
            default ->
                VOWELS.indexOf(word.charAt(i)) >= 0 || !Character.isLetterOrDigit(word.charAt(i))
                        ? (char) 0
                        : word.charAt(i);
        };
    }

    private char c(int i) {
        char next = at(i + 1);
        if (next == 'h') {
            boolean greek = "lrn".indexOf(at(i + 2)) >= 0
                    || at(i - 1) == 's'
                    || word.startsWith("tech", Math.max(0, i - 2))
                    || word.startsWith("chem", i)
                    || word.startsWith("chanic", i);
            return greek ? 'k' : 'c';
        }
        if (next == 'i' && "ao".indexOf(at(i + 2)) >= 0) {
            return 'c'; // financial
        }
        return "eiy".indexOf(next) >= 0 ? 's' : at(i + 1) == 'k' ? 0 : 'k';
    }

    private char g(int i) {
        char next = at(i + 1);
        if (isSoft(i)) {
            return 'j';
        }
        boolean sign = next == 'n' && i + 2 == word.length();
        return i > 0 && (at(i - 1) == 'n' || next == 'h' || sign) ? 0 : 'k';
    }

    /** As in energy and engineering, but not in ringing. */
    private boolean isSoft(int i) {
        if ("eiy".indexOf(at(i + 1)) < 0) {
            return false;
        }
        return at(i - 1) != 'n' || ends(i, "ge") || word.startsWith("gin", i) && i < 3;
    }

    private char s(int i) {
        char next = at(i + 1);
        if (next == 'h' || word.startsWith("sion", i)) {
            return 'c';
        }
        return i + 1 == word.length() && i > 1 ? 'S' : 's';
    }

    private char t(int i) {
        if (at(i + 1) == 'c' && at(i + 2) == 'h') {
            return 0;
        }
        boolean last = i + 1 == word.length();
        if (!last
                && i > 0
                && !isVowel(i - 1)
                && !isVowel(i + 1)
                && "rwnh".indexOf(at(i - 1)) < 0
                && "rhw".indexOf(at(i + 1)) < 0) {
            return 'T'; // first class, NextGen
        }
        if (word.charAt(i) == 't' && i > 0) {
            boolean soft = at(i + 1) == 'i' && "ao".indexOf(at(i + 2)) >= 0;
            if (soft || at(i + 1) == 'u' && at(i + 2) == 'r' && isVowel(i + 3)) {
                return 'c'; // -tion and -ture
            }
        }
        boolean cluster = last && i > 1 && (ends(i - 1, "ed") || !isVowel(i - 1) && "rw".indexOf(at(i - 1)) < 0);
        return cluster ? 'T' : 't';
    }

    private boolean ends(int i, String with) {
        return i >= 0 && i + with.length() == word.length() && word.startsWith(with, i);
    }

    private boolean isVowel(int i) {
        return VOWELS.indexOf(at(i)) >= 0;
    }

    private char at(int i) {
        return i >= 0 && i < word.length() ? word.charAt(i) : '-';
    }
}
