package org.salacrm.core.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.salacrm.core.definition.Apostrophe;

/** Commas and UTF-8 with the mark by which spreadsheets know it. */
final class CsvOut implements TableOut {
    private final CsvWriter csv;

    CsvOut(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.csv = CsvWriter.builder().build(text.append('\uFEFF'));
    }

    @Override
    public void write(List<String> cells) {
        csv.writeRecord(cells.stream().map(CsvOut::harmless).toList());
    }

    /** A spreadsheet must not compute what somebody typed; the next import takes the apostrophe away again. */
    private static String harmless(String cell) {
        return Apostrophe.isGuarded(cell) ? cell : Apostrophe.harmless(cell);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
