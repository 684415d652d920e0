package org.salacrm.core.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** One sheet of an XLSX file. A formula counts as the value it had when the file was saved. */
final class WorkbookFile implements TableFile {
    private final ReadableWorkbook workbook;
    private final String sheet;
    private Stream<Row> stream = Stream.empty();

    WorkbookFile(Path file, String sheet) {
        this.sheet = sheet;
        this.workbook = open(file);
    }

    /** With the formats that tell dates from numbers; a workbook without styles has none and is read without. */
    private static ReadableWorkbook open(Path file) {
        try {
            try {
                return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
            } catch (ExcelReaderException e) {
                return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
            }
        } catch (IOException | ExcelReaderException e) {
            throw new UnreadableFileException("import.file.workbook", e);
        }
    }

    static List<String> sheets(Path file) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            return workbook.getSheets().map(Sheet::getName).toList();
        } catch (IOException | ExcelReaderException e) {
            throw new UnreadableFileException("import.file.workbook", e);
        }
    }

    @Override
    public Iterator<SourceRow> rows() {
        try {
            Sheet chosen = workbook.findSheet(sheet).orElseGet(workbook::getFirstSheet);
            stream.close();
            stream = chosen.openStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Iterator<Row> rows = stream.iterator();
        return new Iterator<>() {
            private long last;

            @Override
            public boolean hasNext() {
                try {
                    return rows.hasNext();
                } catch (ExcelReaderException | UncheckedIOException e) {
                    throw new UnreadableFileException("import.file.damaged", last + 1, 0);
                }
            }

            @Override
            public SourceRow next() {
                Row row = rows.next();
                last = row.getRowNum();
                TableFile.check(last, row.getCellCount());
                return new SourceRow(last, cells(row));
            }
        };
    }

    private static List<SourceRow.Cell> cells(Row row) {
        List<SourceRow.Cell> cells = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(WorkbookFile::cell).orElse(SourceRow.Cell.EMPTY));
        }
        return cells;
    }

    private static SourceRow.Cell cell(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            Optional<LocalDateTime> date = isDate(cell) ? Optional.of(cell.asDate()) : Optional.empty();
            String text = date.map(LocalDateTime::toString)
                    .map(t -> t.endsWith("T00:00") ? t.substring(0, 10) : t.replace('T', ' '))
                    .orElseGet(() -> cell.asNumber().toPlainString());
            return new SourceRow.Cell(text, Optional.of(cell.asNumber()), date);
        }
        String text = Optional.ofNullable(cell.getText()).orElse("");
        if (text.length() > MAX_CELL) {
            throw new UnreadableFileException(
                    "import.file.cell", cell.getAddress().getRow() + 1L, MAX_CELL);
        }
        return SourceRow.Cell.of(text);
    }

    /** A number format with day, month or year outside quotes and brackets is a date. */
    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 58)) {
            return true;
        }
        String format = cell.getDataFormatString();
        return format != null
                && format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "")
                        .toLowerCase(java.util.Locale.ROOT)
                        .matches(".*[dmy].*");
    }

    @Override
    public void close() {
        try {
            stream.close();
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
