package org.salacrm.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/**
 * What came of a load.
 *
 * @param nanos how long each unit took, sorted
 * @param cpu milliseconds of the product's processor time per unit
 * @param databaseCpu the same of the database's processes
 */
record Figures(long[] nanos, double seconds, double cpu, double databaseCpu) {

    Figures {
        nanos = nanos.clone();
        Arrays.sort(nanos);
    }

    /** In milliseconds. */
    double percentile(int percent) {
        return nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)] / 1e6;
    }

    double most() {
        return nanos[nanos.length - 1] / 1e6;
    }

    double perSecond() {
        return nanos.length / seconds;
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }
}
