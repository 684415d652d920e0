package org.salacrm.core.duplicate;

/** How much must be changed to make one text of another: letters put in, taken out, exchanged or swapped. */
final class Edits {
    private static final double CLOSE = 0.4;
    /** Letters that are written for each other when a Thai name is put in Latin letters. */
    private static final String[] NEIGHBOURS = {"ln", "st", "cs", "tc", "nN", "pf", "wf", "kN"};

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
        return sound && (c == 'w' || c == 'h' || c == 'l') ? CLOSE : 1;
    }

    private static double exchange(char x, char y, boolean sound) {
        if (x == y) {
            return 0;
        }
        if (sound) {
            for (String pair : NEIGHBOURS) {
                if (pair.indexOf(x) >= 0 && pair.indexOf(y) >= 0) {
                    return CLOSE;
                }
            }
        }
        return 1;
    }
}
