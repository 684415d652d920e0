package org.salacrm.search;

import java.util.List;

/**
 * What is shown of a value: all of it, or of a long one what stands about the first place found.
 *
 * @param marks begin and end of what was found, begin and end
 */
record Snippet(String value, List<Integer> marks) {
    private static final int LONGEST = 160;
    private static final int BEFORE = 40;
    private static final String CUT = "…";

    static Snippet of(String value, List<Integer> marks) {
        if (value.length() <= LONGEST) {
            return new Snippet(value, marks);
        }
        int from = marks.isEmpty() || marks.get(0) < LONGEST / 2 ? 0 : whole(value, marks.get(0) - BEFORE);
        int to = whole(value, Math.min(value.length(), from + LONGEST));
        int moved = from > 0 ? from - 1 : 0;
        List<Integer> shown = marks.stream()
                .filter(mark -> mark <= to)
                .map(mark -> mark - moved)
                .toList();
        String text = (from > 0 ? CUT : "") + value.substring(from, to) + (to < value.length() ? CUT : "");
        return new Snippet(text, shown.subList(0, shown.size() / 2 * 2));
    }

    /** Never between the two halves of a character. */
    private static int whole(String value, int at) {
        return at < value.length() && Character.isLowSurrogate(value.charAt(at)) ? at - 1 : at;
    }
}
