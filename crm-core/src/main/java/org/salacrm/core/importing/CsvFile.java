package org.salacrm.core.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/** Text with a separator between cells; cells in quotes may hold separators and line breaks. */
final class CsvFile implements TableFile {
    private final CsvReader<CsvRecord> reader;

    CsvFile(Path file, Format format) {
        try {
            Charset charset = Charset.forName(format.charset());
            Reader text = new InputStreamReader(Files.newInputStream(file), charset);
            this.reader = CsvReader.builder()
                    .fieldSeparator(format.separator())
                    .skipEmptyLines(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .maxBufferSize(4 * MAX_CELL)
                    .ofCsvRecord(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Iterator<SourceRow> rows() {
        Iterator<CsvRecord> records = reader.iterator();
        return new Iterator<>() {
            private long count;
            private int widest;

            @Override
            public boolean hasNext() {
                try {
                    return records.hasNext();
                } catch (CsvParseException e) {
                    throw new UnreadableFileException("import.file.cell", count + 1, MAX_CELL);
                }
            }

            @Override
            public SourceRow next() {
                CsvRecord csv = records.next();
                TableFile.check(++count, csv.getFieldCount());
                widest = Math.max(widest, csv.getFieldCount());
                if (csv.getFieldCount() < widest && lastCell(csv).indexOf('\n') >= 0 && !hasNext()) {
                    throw new UnreadableFileException("import.file.quote", count, 0);
                }
                if (csv.getFields().stream().anyMatch(text -> text.length() > MAX_CELL)) {
                    throw new UnreadableFileException("import.file.cell", count, MAX_CELL);
                }
                return new SourceRow(
                        count,
                        csv.getFields().stream()
                                .map(text -> SourceRow.Cell.of(withoutMark(text, csv)))
                                .toList());
            }
        };
    }

    /** A quote that is never closed takes the rest of the file into the last cell of a row that is too short. */
    private static String lastCell(CsvRecord csv) {
        return csv.getField(csv.getFieldCount() - 1);
    }

    /** The byte order mark is no part of the first header, and the end mark of old DOS programs no row. */
    private static String withoutMark(String text, CsvRecord csv) {
        boolean begin = csv.getStartingLineNumber() == 1 && text.startsWith("\uFEFF");
        return begin ? text.substring(1) : text.equals("\032") ? "" : text;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
