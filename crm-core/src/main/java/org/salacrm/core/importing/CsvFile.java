package org.salacrm.core.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
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
            Reader text = withoutMark(new InputStreamReader(Files.newInputStream(file), charset));
            this.reader = CsvReader.builder()
                    .fieldSeparator(format.separator())
                    .skipEmptyLines(false)
                    .trimWhitespacesAroundQuotes(true)
                    .allowUnclosedQuote(false)
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

            @Override
            public boolean hasNext() {
                try {
                    return records.hasNext();
                } catch (CsvParseException e) {
                    throw unreadable(e, count + 1);
                }
            }

            @Override
            public SourceRow next() {
                CsvRecord csv = records.next();
                TableFile.check(++count, csv.getFieldCount());
                if (csv.getFields().stream().anyMatch(text -> text.length() > MAX_CELL)) {
                    throw new UnreadableFileException("import.file.cell", count, MAX_CELL);
                }
                TableFile.checkLength(
                        count,
                        csv.getFields().stream().mapToLong(String::length).sum());
                return new SourceRow(
                        count, csv.getFields().stream().map(CsvFile::cell).toList());
            }
        };
    }

    /** The reader tells in words only what it could not take. */
    private static UnreadableFileException unreadable(CsvParseException e, long row) {
        if (e.getMessage().contains("maximum buffer size")) {
            return new UnreadableFileException("import.file.cell", row, MAX_CELL);
        }
        return e.getMessage().contains("fields")
                ? new UnreadableFileException("import.file.columns", row, MAX_COLUMNS)
                : new UnreadableFileException("import.file.quote", row, 0);
    }

    /** The byte order mark is no part of the first header, nor in the way of its quotes. */
    private static Reader withoutMark(Reader text) throws IOException {
        PushbackReader reader = new PushbackReader(text);
        int first = reader.read();
        if (first >= 0 && first != '\uFEFF') {
            reader.unread(first);
        }
        return reader;
    }

    /** The end mark of old DOS programs is no row. */
    private static SourceRow.Cell cell(String text) {
        return SourceRow.Cell.of(text.equals("\032") ? "" : text);
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
