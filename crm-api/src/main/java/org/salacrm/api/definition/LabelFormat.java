package org.salacrm.api.definition;

import java.math.BigDecimal;
import java.util.Optional;
import org.salacrm.api.message.Text;

/**
 * A sheet of labels, or an envelope, that addresses are printed on; YAML kind {@code labelFormats}. All measures are
 * millimetres from the upper left corner of the paper. A company adds one by a file in its deploy folder.
 *
 * @param columns how many labels stand beside each other
 * @param rows how many stand below each other
 * @param first the label in the upper left
 * @param gap room between two labels
 * @param padding what stays free within a label
 * @param fontSize size of the letters in points; long addresses are set smaller
 * @param sender where the own company stands; empty: it is not printed
 * @param order place among the formats
 */
public record LabelFormat(
        String id,
        Text label,
        Size paper,
        int columns,
        int rows,
        Area first,
        Gap gap,
        BigDecimal padding,
        BigDecimal fontSize,
        Optional<Area> sender,
        int order)
        implements Definition {

    /** How large a paper is. */
    public record Size(BigDecimal width, BigDecimal height) {}

    /** A part of a paper. */
    public record Area(BigDecimal left, BigDecimal top, BigDecimal width, BigDecimal height) {}

    /** What lies between two labels. */
    public record Gap(BigDecimal across, BigDecimal down) {
        public Gap {
            across = across == null ? BigDecimal.ZERO : across;
            down = down == null ? BigDecimal.ZERO : down;
        }
    }

    /** How many labels a sheet has. */
    public int places() {
        return columns * rows;
    }

    /** The label at a place of the sheet, the first being 0; row by row. */
    public Area at(int place) {
        BigDecimal column = BigDecimal.valueOf(place % columns);
        BigDecimal row = BigDecimal.valueOf(place / columns);
        return new Area(
                first.left().add(column.multiply(first.width().add(gap.across()))),
                first.top().add(row.multiply(first.height().add(gap.down()))),
                first.width(),
                first.height());
    }
}
