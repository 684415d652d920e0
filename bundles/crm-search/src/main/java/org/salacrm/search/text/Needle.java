package org.salacrm.search.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is looked for: ways to understand a text, as typed first. A way is found where each of its words is found.
 *
 * @param ways words, folded
 */
public record Needle(List<Way> ways) {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 8;

    /** @param typed whether these are the words as they were typed */
    public record Way(List<String> words, boolean typed) {}

    public static Needle of(String text) {
        String typed = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        List<Way> ways = new ArrayList<>();
        add(ways, Folded.of(typed).text(), true);
        Phone.part(typed).ifPresent(digits -> add(ways, digits, true));
        Keyboard.other(typed.strip())
                .ifPresent(other -> add(ways, Folded.of(other).text(), false));
        return new Needle(List.copyOf(ways));
    }

    /** Words of one letter find nothing by themselves, so a way needs one that is longer. */
    private static void add(List<Way> ways, String folded, boolean typed) {
        List<String> words = Arrays.stream(folded.split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        boolean known = ways.stream().anyMatch(way -> way.words().equals(words));
        if (!known && words.stream().anyMatch(word -> word.length() >= SHORTEST)) {
            ways.add(new Way(words, typed));
        }
    }

    /** Whether no word as typed is so short that it is found only where words begin. */
    public boolean isLong() {
        return !ways.isEmpty() && ways.get(0).words().stream().allMatch(word -> word.length() > SHORTEST);
    }

    public boolean isEmpty() {
        return ways.isEmpty();
    }
}
