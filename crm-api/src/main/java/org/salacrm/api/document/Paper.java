package org.salacrm.api.document;

import java.util.List;

/**
 * One page. All measures are millimetres from the upper left corner.
 *
 * @param blocks texts on it
 */
public record Paper(double width, double height, List<Block> blocks) {

    /**
     * A place for some lines of text, which never leave it: what is too long is wrapped, then set smaller, and at the
     * smallest size cut with an ellipsis.
     *
     * @param size of the letters in points, when everything fits
     * @param middle whether the lines stand in the middle of the height; else at its top
     */
    public record Block(
            double left, double top, double width, double height, double size, boolean middle, List<Line> lines) {
        public Block {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of text, as many as it needs once it is wrapped.
     *
     * @param bold whether it stands out
     */
    public record Line(String text, boolean bold) {
        public static Line plain(String text) {
            return new Line(text, false);
        }
    }

    public Paper {
        blocks = List.copyOf(blocks);
    }
}
