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
                return new SourceRow(
                        count,
                        csv.getFields().stream()
                                .map(text -> SourceRow.Cell.of(withoutMark(text, csv)))
                                .toList());
            }
        };
    }

    /** The byte order mark is no part of the first header. */
    private static String withoutMark(String text, CsvRecord csv) {
        return csv.getStartingLineNumber() == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
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
