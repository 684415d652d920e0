package org.salacrm.core.duplicate;

/**
 * How one agreement follows from another: in a straight line between two points, and level beside them.
 *
 * @param low from where on it rises, with what it is there
 * @param high up to where it rises, with what it is there
 */
record Slope(double low, double atLow, double high, double atHigh) {

    double at(double value) {
        double part = Math.max(0, Math.min(1, (value - low) / (high - low)));
        return atLow + part * (atHigh - atLow);
    }
}
