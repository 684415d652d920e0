package org.salacrm.core.duplicate;

import java.util.Arrays;

/** How much must be changed to make one text of another: letters put in, taken out, exchanged or swapped. */
final class Edits {
    private static final double CLOSE = 0.4;
    private static final double NEAR = 0.15;
    /** Letters that are written for each other when a name is put in the letters of the other script. */
    private static final String[] NEIGHBOURS = {"ln", "st", "cs", "tc", "ng", "pf", "wf", "kg", "cY", "pw"};

    private static final String[] ABOUT_ONE = {"lr", "nr", "lz", "rz", "nz", "cj", "jk", "jY"};
    private static final double[][] EXCHANGE = exchanges();

    private Edits() {}

    /** Every change counts one. */
    static double distance(String a, String b) {
        return distance(a, b, false);
    }

    /** Between skeletons: letters that sound alike count less, and so does what is often left out. */
    static double soundDistance(String a, String b) {
        return distance(a, b, true);
    }

    private static double distance(String a, String b, boolean sound) {
        int n = b.length();
        double[] before = new double[n + 1];
        double[] last = new double[n + 1];
        double[] row = new double[n + 1];
        for (int j = 1; j <= n; j++) {
            last[j] = last[j - 1] + gap(b.charAt(j - 1), sound);
        }
        for (int i = 1; i <= a.length(); i++) {
            char x = a.charAt(i - 1);
            row[0] = last[0] + gap(x, sound);
            for (int j = 1; j <= n; j++) {
                char y = b.charAt(j - 1);
                double best = Math.min(last[j] + gap(x, sound), row[j - 1] + gap(y, sound));
                best = Math.min(best, last[j - 1] + exchange(x, y, sound));
                if (i > 1 && j > 1 && x == b.charAt(j - 2) && y == a.charAt(i - 2)) {
                    best = Math.min(best, before[j - 2] + 1);
                }
                row[j] = best;
            }
            double[] spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[n];
    }

    private static double gap(char c, boolean sound) {
        if (!sound) {
            return 1;
        }
        return isAside(c) || c == 'z' ? NEAR : c == 'w' || c == 'h' || c == 'l' || c == 'r' ? CLOSE : 1;
    }

    private static boolean isAside(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** How much a skeleton says: what may be heard or not says less. */
    static double heardLength(String skeleton) {
        double length = 0;
        for (int i = 0; i < skeleton.length(); i++) {
            length += isAside(skeleton.charAt(i)) ? CLOSE : 1;
        }
        return length;
    }

    private static double exchange(char x, char y, boolean sound) {
        if (x == y) {
            return 0;
        }
        return sound && x < EXCHANGE.length && y < EXCHANGE.length ? EXCHANGE[x][y] : 1;
    }

    private static double[][] exchanges() {
        double[][] all = new double['z' + 1]['z' + 1];
        for (double[] row : all) {
            Arrays.fill(row, 1);
        }
        put(all, NEIGHBOURS, CLOSE);
        put(all, ABOUT_ONE, NEAR);
        for (char c = 'A'; c <= 'Z'; c++) {
            all[c][Character.toLowerCase(c)] = 0;
            all[Character.toLowerCase(c)][c] = 0;
        }
        return all;
    }

    private static void put(double[][] all, String[] pairs, double cost) {
        for (String pair : pairs) {
            all[pair.charAt(0)][pair.charAt(1)] = cost;
            all[pair.charAt(1)][pair.charAt(0)] = cost;
        }
    }
}
