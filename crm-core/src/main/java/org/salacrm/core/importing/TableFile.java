package org.salacrm.core.importing;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** A file read as a table, row by row in constant memory. */
interface TableFile extends AutoCloseable {
    int MAX_COLUMNS = 500;
    long MAX_ROWS = 2_000_000;
    int MAX_CELL = 32_767;
    /** Characters of a whole row: a small workbook may show one long text in all its cells. */
    int MAX_ROW = 8 * MAX_CELL;

    /**
     * Rows from the first of the file, each once; what cannot be read is thrown as {@link UnreadableFileException}.
     * Only one iterator at a time.
     */
    Iterator<SourceRow> rows();

    /** The columns in which the last row has what stands in a merged cell further up. */
    default Set<Integer> filled() {
        return Set.of();
    }

    @Override
    void close();

    /** How a file is to be read; empty texts where it does not matter: cards have no separator and no sheets. */
    record Format(String charset, String separator, String sheet, List<String> sheets) {
        Format of(String other) {
            return new Format(charset, separator, other, sheets);
        }

        boolean isWorkbook() {
            return !sheets.isEmpty();
        }

        boolean isCards() {
            return sheets.isEmpty() && separator.isEmpty();
        }
    }

    static TableFile open(Path file, Format format) {
        if (format.isCards()) {
            return new CardFile(file, format);
        }
        return format.isWorkbook() ? new WorkbookFile(file, format.sheet()) : new CsvFile(file, format);
    }

    /** Refuses what is larger than any table of customers, so that one bad file cannot stop the others' work. */
    static void check(long row, int columns) {
        if (columns > MAX_COLUMNS) {
            throw new UnreadableFileException("import.file.columns", row, MAX_COLUMNS);
        }
        if (row > MAX_ROWS) {
            throw new UnreadableFileException("import.file.rows", row, MAX_ROWS);
        }
    }

    /** Refuses a row that holds more than any row of customers, so that a batch of rows fits into memory. */
    static void checkLength(long row, long characters) {
        if (characters > MAX_ROW) {
            throw new UnreadableFileException("import.file.row", row, MAX_ROW);
        }
    }
}
