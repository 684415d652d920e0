package org.salacrm.core.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lays the words of two names beside each other: in any order, and written in one piece or in several. */
final class Alignment {
    private static final double SAME_WORD = 0.75;
    private static final double CONFLICT = 0.07;
    private static final int LONG = 8;
    private static final int INITIALS = 4;
    private static final double SURELY_HEARD = 0.93;
    /** Similarity that says nothing. */
    static final double UNKNOWN = 0.76;
    /** Similarity that says of two names in two scripts that they are of two companies. */
    static final double OTHER_TRADE = 0.5;

    private final List<NameWord> left;
    private final List<NameWord> right;
    private double matched;

    private Alignment(List<NameWord> left, List<NameWord> right) {
        this.left = new ArrayList<>(left);
        this.right = new ArrayList<>(right);
    }

    /** How much of two names is the same, by the weight of their words. */
    static double of(List<NameWord> a, List<NameWord> b, String wholeA, String wholeB) {
        if (wholeA.isEmpty() || wholeB.isEmpty()) {
            return 0;
        }
        double all = weight(a) + weight(b);
        Alignment words = new Alignment(a, b);
        words.matchWords();
        double conflict = words.conflict();
        boolean otherTrade = words.left.stream().anyMatch(NameWord::isTrade)
                && words.right.stream().anyMatch(NameWord::isTrade);
        words.matchRest();
        double similar = Math.max(0, words.matched / all - conflict);
        if (isThai(a) != isThai(b)) {
            // a name that was translated and not spelled is not recognised, but two trades are two companies
            double whole = NameWord.heard(heard(a), heard(b)); // where they were taken apart otherwise
            return whole >= SURELY_HEARD
                    ? Math.max(similar, whole)
                    : otherTrade ? Math.min(similar, OTHER_TRADE) : Math.max(similar, UNKNOWN);
        }
        if (conflict > 0) {
            return similar;
        }
        return words.isShort() ? similar : Math.max(similar, slip(wholeA, wholeB));
    }

    /** Whether initials are left: of these each letter counts. */
    private boolean isShort() {
        return Stream.concat(left.stream(), right.stream())
                .anyMatch(word -> word.sound().length() < (word.isThai() ? NameWord.TYPO_LENGTH : INITIALS));
    }

    /** A slip of the hand may spoil where a name is taken apart, so the whole is looked at too. */
    private static double slip(String a, String b) {
        int longest = Math.max(a.length(), b.length());
        boolean comparable = longest >= LONG && Letters.isThai(a.charAt(0)) == Letters.isThai(b.charAt(0));
        double edits = comparable ? Edits.distance(a, b) : longest;
        return edits <= (longest >= 2 * LONG ? 2 : 1) ? 1 - edits / longest : 0;
    }

    private void matchWords() {
        boolean found = true;
        while (found) {
            found = matchBest();
        }
    }

    private boolean matchBest() {
        double best = SAME_WORD;
        int i = -1;
        int j = -1;
        for (int x = 0; x < left.size(); x++) {
            for (int y = 0; y < right.size(); y++) {
                double similar = left.get(x).similarity(right.get(y));
                if (similar > best || similar == best && i < 0) {
                    best = similar;
                    i = x;
                    j = y;
                }
            }
        }
        if (i < 0) {
            return false;
        }
        matched += best * (left.remove(i).weight() + right.remove(j).weight());
        return true;
    }

    /** Both have a word that many have, and not the same: of two trades are two companies. */
    private double conflict() {
        boolean both = left.stream().anyMatch(word -> !word.meaning().isEmpty())
                && right.stream().anyMatch(word -> !word.meaning().isEmpty());
        return both ? CONFLICT : 0;
    }

    /** What is left of both, each in one piece: blanks are set at will. */
    private void matchRest() {
        if (left.isEmpty() || right.isEmpty()) {
            return;
        }
        String a = joined(left);
        String b = joined(right);
        boolean thai = Letters.isThai(a.charAt(0));
        double similar = thai == Letters.isThai(b.charAt(0))
                ? NameWord.typed(a, b, thai)
                : NameWord.heard(heard(left), heard(right));
        if (a.equals(b)) {
            similar = 1;
        }
        if (similar >= SAME_WORD) {
            matched += similar * (weight(left) + weight(right));
        }
    }

    private static String joined(List<NameWord> words) {
        StringBuilder out = new StringBuilder();
        words.forEach(word -> out.append(word.sound()));
        return out.toString();
    }

    private static String heard(List<NameWord> words) {
        StringBuilder out = new StringBuilder();
        for (NameWord word : words) {
            String skeleton = word.meaning().equals("thailand") ? "" : word.skeleton();
            int last = out.length() - 1;
            boolean twice = last >= 0 && !skeleton.isEmpty() && out.charAt(last) == skeleton.charAt(0);
            out.append(skeleton, twice ? 1 : 0, skeleton.length()); // ดุสิตธานี is Dusit Thani
        }
        return out.toString();
    }

    private static boolean isThai(List<NameWord> words) {
        return words.stream().anyMatch(NameWord::isThai);
    }

    private static double weight(List<NameWord> words) {
        return words.stream().mapToDouble(NameWord::weight).sum();
    }
}
