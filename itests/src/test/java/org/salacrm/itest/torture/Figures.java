package org.salacrm.itest.torture;

import java.util.List;

/** How long answers took, for people to judge. */
record Figures(int count, long p50, long p99, long longest) {

    static Figures of(List<Answer> answers) {
        long[] sorted = answers.stream().mapToLong(Answer::millis).sorted().toArray();
        return sorted.length == 0
                ? new Figures(0, 0, 0, 0)
                : new Figures(
                        sorted.length,
                        sorted[sorted.length / 2],
                        sorted[(int) (sorted.length * 0.99)],
                        sorted[sorted.length - 1]);
    }

    @Override
    public String toString() {
        return count + " answers, p50 " + p50 + " ms, p99 " + p99 + " ms, longest " + longest + " ms";
    }
}
