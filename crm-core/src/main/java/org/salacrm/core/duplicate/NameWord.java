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
    private static final int TYPO_LENGTH = 4;

    static NameWord of(String sound, String meaning) {
        double weight = meaning.isEmpty()
                ? Math.max(0.5, Math.sqrt(sound.length()) / 2)
                : meaning.equals("thailand") ? PLACE : COMMON;
        return new NameWord(sound, Sound.skeleton(sound), meaning, weight);
    }

    boolean isThai() {
        return Letters.isThai(sound.charAt(0));
    }

    /** How far two words are one, 0 to 1. */
    double similarity(NameWord other) {
        if (sound.equals(other.sound)) {
            return 1;
        }
        if (isThai() != other.isThai()) {
            return across(other);
        }
        return !meaning.isEmpty() && !other.meaning.isEmpty() ? 0 : typed(sound, other.sound, isThai());
    }

    private double across(NameWord other) {
        if (!meaning.isEmpty() && meaning.equals(other.meaning)) {
            return 1;
        }
        return heard(skeleton, other.skeleton);
    }

    /** Two words of one script: the same but for a slip of the hand, or for another way to write a Thai name. */
    static double typed(String a, String b, boolean thai) {
        int longest = Math.max(a.length(), b.length());
        if (longest < TYPO_LENGTH || hasDigit(a) || hasDigit(b)) {
            return 0;
        }
        double similar = 1 - Edits.distance(a, b) / longest;
        if (thai || similar < 0.5) {
            return similar;
        }
        String heard = Sound.skeleton(a);
        return heard.length() >= 3 && heard.equals(Sound.skeleton(b)) ? Math.max(similar, 0.93) : similar;
    }

    /** Two words of different scripts. */
    static double heard(String a, String b) {
        int longest = Math.max(a.length(), b.length());
        return Math.min(a.length(), b.length()) < 2 ? 0 : 0.97 * (1 - Edits.soundDistance(a, b) / longest);
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }
}
