package org.salacrm.documents;

import java.util.ArrayList;
import java.util.List;
import org.salacrm.api.document.Paper.Block;
import org.salacrm.api.document.Paper.Line;

/**
 * The lines of a block as they fit: wrapped, in the largest letters for which there is room, cut when even the smallest
 * are too large.
 *
 * @param size of the letters in points
 * @param lines what stands on each line
 */
record Fitted(double size, List<Line> lines) {
    static final double POINTS = 72 / 25.4;
    /** From line to line, in sizes of the letters; Thai needs room above and below. */
    static final double LEADING = 1.36;

    private static final double SMALLEST = 6;
    private static final double STEP = 0.5;
    private static final String CUT = "…";

    static Fitted of(Block block) {
        List<Measured> measured = block.lines().stream().map(Measured::new).toList();
        double size = block.size();
        Fitted fitted = wrapped(measured, block.width(), size);
        while (size > SMALLEST && fitted.height() > block.height()) {
            size = Math.max(SMALLEST, size - STEP);
            fitted = wrapped(measured, block.width(), size);
        }
        int room = Math.max(1, (int) (block.height() * POINTS / (size * LEADING)));
        return fitted.lines().size() <= room ? fitted : fitted.cut(room, block.width());
    }

    /** In millimetres. */
    double height() {
        return lines.size() * size * LEADING / POINTS;
    }

    /** A line that is still to be divided. */
    private record Measured(boolean bold, Wrapping wrapping) {
        private Measured(Line line) {
            this(line.bold(), new Wrapping(face(line), clean(line.text())));
        }
    }

    private static Fitted wrapped(List<Measured> measured, double width, double size) {
        List<Line> all = new ArrayList<>();
        for (Measured line : measured) {
            line.wrapping().lines(width * POINTS / size * 1000).forEach(one -> all.add(new Line(one, line.bold())));
        }
        return new Fitted(size, List.copyOf(all));
    }

    private Fitted cut(int room, double width) {
        List<Line> kept = new ArrayList<>(lines.subList(0, room));
        Line last = kept.get(room - 1);
        String text = last.text();
        while (!text.isEmpty() && face(last).width(text + CUT) > width * POINTS / size * 1000) {
            text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
        }
        kept.set(room - 1, new Line(text + CUT, last.bold()));
        return new Fitted(size, List.copyOf(kept));
    }

    static Typeface face(Line line) {
        return line.bold() ? Typeface.BOLD : Typeface.REGULAR;
    }

    /** What cannot be seen would be set as an empty box. */
    private static String clean(String text) {
        return text.replaceAll("[\\u200B-\\u200F\\u202A-\\u202E\\uFEFF]+", "")
                .replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
                .strip();
    }
}
