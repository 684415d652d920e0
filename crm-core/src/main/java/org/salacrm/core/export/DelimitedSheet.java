package org.salacrm.core.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.salacrm.core.definition.Apostrophe;

/** Plain text between commas or tabs, in UTF-8 with the mark by which spreadsheets know it. */
final class DelimitedSheet implements Sheet {
    private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]+");

    private final CsvWriter csv;
    private final boolean tabs;

    private DelimitedSheet(OutputStream out, boolean tabs) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.tabs = tabs;
        this.csv = CsvWriter.builder().fieldSeparator(tabs ? '\t' : ',').build(text.append('\uFEFF'));
    }

    static DelimitedSheet commas(OutputStream out) throws IOException {
        return new DelimitedSheet(out, false);
    }

    static DelimitedSheet tabs(OutputStream out) throws IOException {
        return new DelimitedSheet(out, true);
    }

    @Override
    public void head(List<Heading> headings) {
        csv.writeRecord(headings.stream().map(h -> harmless(h.label())).toList());
    }

    @Override
    public void row(List<Cell> cells) {
        csv.writeRecord(cells.stream().map(this::written).toList());
    }

    private String written(Cell cell) {
        return cell.value().isPresent() ? cell.text() : harmless(cell.text());
    }

    private String harmless(String text) {
        String safe = Apostrophe.harmless(text);
        return tabs ? BREAKS.matcher(safe).replaceAll(" ") : safe;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
