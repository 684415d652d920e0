package org.salacrm.api.duplicate;

import java.util.List;

/**
 * How well duplicates are recognised on pairs of which people said whether they are the same.
 *
 * @param pairs how many were judged
 * @param found rightly told to be the same
 * @param wrong told to be the same although they are not
 * @param missed not told although they are the same
 * @param unused columns of the file that no rule compares
 * @param mistakes the first of the wrong and the missed
 */
public record Quality(int pairs, int found, int wrong, int missed, List<String> unused, List<Mistake> mistakes) {

    /** @param row its row in the file, 1 for the first after the header */
    public record Mistake(long row, boolean same, int score, String left, String right, String reasons) {}

    /** Of those told to be the same, how many are. */
    public double precision() {
        return found + wrong == 0 ? 1 : (double) found / (found + wrong);
    }

    /** Of those that are the same, how many are told. */
    public double recall() {
        return found + missed == 0 ? 1 : (double) found / (found + missed);
    }
}
