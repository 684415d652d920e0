package org.salacrm.core.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A value as a file shows it.
 *
 * @param text as people read it
 * @param value the number, day or moment behind it, when a spreadsheet may have it as such; it can compute with it then
 */
record Cell(String text, Optional<Object> value) {
    static final Cell EMPTY = new Cell("", Optional.empty());

    static Cell text(String text) {
        return text.isEmpty() ? EMPTY : new Cell(text, Optional.empty());
    }

    static Cell number(BigDecimal number) {
        return new Cell(number.toPlainString(), Optional.of(number));
    }

    static Cell day(String text, LocalDate day) {
        return new Cell(text, Optional.of(day));
    }

    static Cell moment(String text, LocalDateTime moment) {
        return new Cell(text, Optional.of(moment));
    }
}
