package org.salacrm.core.duplicate;

/**
 * A word of a company's name.
 *
 * @param sound as it sounds in its script
 * @param skeleton its consonants, the same in every script
 * @param meaning when it is a word that many have; else empty
 * @param weight how much it tells one name from another
 */
record NameWord(String sound, String skeleton, String meaning, double weight) {
    private static final double COMMON = 0.45;
    private static final double PLACE = 0.2;
    /** Letters from which a word with a slip is known again. */
    static final int TYPO_LENGTH = 5;

    private static final int LATIN_LENGTH = 4;
    private static final double ONE_LETTER = 0.9;
    private static final double SOFT = 0.35;
    /** From here on two common words of one meaning are one, such as supply and supplies. */
    private static final double SAME_STEM = 0.65;

    private static final int STEM = 4;

    private static final double HEARD = 0.97;

    /** @param marked how it sounds, with what may be heard or not */
    static NameWord of(String sound, String marked, String meaning) {
        double weight = meaning.isEmpty()
                ? Math.max(0.5, Math.sqrt(sound.length()) / 2)
                : meaning.equals("thailand") ? PLACE : COMMON;
        return new NameWord(sound, Skeleton.of(marked), meaning, weight);
    }

    boolean isThai() {
        return Letters.isThai(sound.charAt(0));
    }

    /** Whether it says where: a branch or another house of one chain. */
    boolean isPlace() {
        return meaning.startsWith("in ");
    }

    /** Whether it says what a company does, and not only that it is a group or of Asia. */
    boolean isTrade() {
        return !meaning.isEmpty() && !meaning.startsWith("any ") && !meaning.equals("thailand");
    }

    /** How far two words are one, 0 to 1. */
    double similarity(NameWord other) {
        if (sound.equals(other.sound)) {
            return 1;
        }
        boolean bothCommon = !meaning.isEmpty() && !other.meaning.isEmpty();
        if (isThai() != other.isThai()) {
            return bothCommon ? meaning.equals(other.meaning) ? 1 : 0 : heard(skeleton, other.skeleton);
        }
        double typed = bothCommon && !meaning.equals(other.meaning) ? 0 : typed(sound, other.sound, isThai());
        boolean stem = typed >= SAME_STEM || typed > 0 && !isThai() && sound.regionMatches(0, other.sound, 0, STEM);
        return !bothCommon ? typed : stem ? HEARD : 0;
    }

    /** Two words of one script: the same but for a slip of the hand, or for another way to write a Thai name. */
    static double typed(String a, String b, boolean thai) {
        int longest = Math.max(a.length(), b.length());
        if (longest < (thai ? TYPO_LENGTH : LATIN_LENGTH) || hasDigit(a) || hasDigit(b)) {
            return 0;
        }
        double similar = 1 - Edits.distance(a, b) / longest;
        boolean woman = !thai && (a.equals(b + "a") || b.equals(a + "a")); // Roberta is not Robert
        if (thai || woman || similar < 0.5) {
            return similar;
        }
        String heard = Skeleton.of(a);
        return heard.length() >= 3 && heard.equals(Skeleton.of(b)) ? Math.max(similar, 0.93) : similar;
    }

    /** Two words of different scripts. */
    static double heard(String a, String b) {
        double longest = Math.max(Edits.heardLength(a), Edits.heardLength(b));
        if (Math.min(Edits.heardLength(a), Edits.heardLength(b)) < 2) {
            return Edits.soundDistance(a, b) < SOFT && !a.isEmpty() && !b.isEmpty() ? ONE_LETTER : 0;
        }
        return HEARD * Math.max(0, 1 - Edits.soundDistance(a, b) / longest);
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }
}
