package org.salacrm.core.importing;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A row as it stands in the file.
 *
 * @param number of the row from 1, as a spreadsheet shows it: empty rows count, a line break in a cell does not
 * @param cells from column 0; columns beyond the last cell are empty
 */
record SourceRow(long number, List<Cell> cells) {

    /**
     * A cell.
     *
     * @param text what the user sees, without changes
     * @param number the number of a numeric cell of a worksheet
     * @param date the moment of a date cell of a worksheet
     * @param ref id of the record that somebody chose for it, 0 when it is named by its text alone
     */
    record Cell(String text, Optional<BigDecimal> number, Optional<LocalDateTime> date, long ref) {
        static final Cell EMPTY = of("");

        Cell(String text, Optional<BigDecimal> number, Optional<LocalDateTime> date) {
            this(text, number, date, 0);
        }

        static Cell of(String text) {
            return new Cell(text, Optional.empty(), Optional.empty());
        }
    }

    SourceRow {
        cells = List.copyOf(cells);
    }

    Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    boolean blank() {
        return width() == 0;
    }

    /** Number of cells up to the last that holds something. */
    int width() {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).text().isBlank()) {
            width--;
        }
        return width;
    }
}
