package org.salacrm.rest.session;

/** How well a colour can be told from white, as WCAG 2.2 reckons it: 1 not at all, 21 at best. */
final class Contrast {
    /** What text of ordinary size needs (success criterion 1.4.3). */
    static final double READABLE = 4.5;

    private Contrast() {}

    /** @param hex {@code #0f766e} */
    static double withWhite(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        double luminance =
                0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
