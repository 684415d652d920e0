package org.salacrm.core.demo;

import java.util.List;
import java.util.Random;

/** Chooses as if by chance and yet the same every time. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** Chances of a story of its own, which stays the same whatever happens beside it. */
    Chance own() {
        return new Chance(random.nextLong());
    }

    /** From low to high, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of the words; those that stand there twice come twice as often. */
    String word(String words) {
        return of(List.of(words.split(" ")));
    }
}
