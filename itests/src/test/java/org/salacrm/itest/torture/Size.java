package org.salacrm.itest.torture;

import java.util.Random;

/** How long the torture lasts: short with every build, long by itests/torture. */
final class Size {
    private Size() {}

    /** How often the thing is done. @param usual with every build */
    static int of(String what, int usual) {
        return Integer.getInteger("torture." + what, usual);
    }

    /** A new seed, printed so that a failure can be repeated with {@code -Dtorture.seed}. */
    static Random random(Class<?> test) {
        long seed = Long.getLong("torture.seed", System.nanoTime());
        System.out.println(test.getSimpleName() + ": -Dtorture.seed=" + seed);
        return new Random(seed);
    }
}
