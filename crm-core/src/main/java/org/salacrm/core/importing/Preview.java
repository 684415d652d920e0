package org.salacrm.core.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports.Summary;

/** The first rows of a file: where its headers are, what its columns hold and are taken for. */
record Preview(String entity, TableFile.Format format, int headerRow, List<ImportState.Column> columns) {
    private static final int LOOKED_AT = 50;
    private static final int HEADER_WITHIN = 15;
    private static final int SAMPLES = 5;
    private static final int SAMPLE_LENGTH = 200;
    private static final int MOST_SHEETS = 20;

    /** Of several sheets the one whose headers name most fields. */
    static Preview best(HeaderWords words, String entity, Path file, TableFile.Format format) {
        if (format.sheets().size() < 2) {
            return of(words, entity, file, format, 0);
        }
        Preview best = null;
        UnreadableFileException refused = null;
        for (String sheet : format.sheets().stream().limit(MOST_SHEETS).toList()) {
            try {
                Preview one = of(words, entity, file, format.of(sheet), 0);
                best = best == null || one.named() > best.named() ? one : best;
            } catch (UnreadableFileException e) {
                refused = e; // an empty sheet beside a full one is none of our business
            }
        }
        if (best == null) {
            throw refused;
        }
        return best;
    }

    private long named() {
        return columns.stream().filter(c -> !c.field().isEmpty()).count();
    }

    /** @param headerRow number of the header row as chosen, 0 to find it */
    static Preview of(HeaderWords words, String entity, Path file, TableFile.Format format, int headerRow) {
        return of(words, entity, format, headerRow, first(file, format, headerRow));
    }

    static List<SourceRow> first(Path file, TableFile.Format format, int headerRow) {
        List<SourceRow> first = new ArrayList<>();
        try (TableFile table = TableFile.open(file, format)) {
            Iterator<SourceRow> rows = table.rows();
            while (first.size() < LOOKED_AT + headerRow && rows.hasNext()) {
                first.add(rows.next());
            }
        }
        return first;
    }

    /** @param first as {@link #first} has read them */
    static Preview of(HeaderWords words, String entity, TableFile.Format format, int headerRow, List<SourceRow> first) {
        SourceRow header = header(words, first, headerRow);
        List<SourceRow> body = first.stream()
                .filter(row -> row.number() > header.number() && !row.blank())
                .toList();
        if (body.isEmpty()) {
            throw new UnreadableFileException("import.file.headerOnly", header.number(), 0);
        }
        int width = width(header, format.isWorkbook() ? body : List.of());
        List<String> headers = new ArrayList<>();
        List<List<String>> samples = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            headers.add(Clean.text(header.cell(column).text()));
            samples.add(samples(body, column));
        }
        return new Preview(entity, format, (int) header.number(), words.propose(headers, samples));
    }

    /** In a worksheet a column without a header still is one; in a text more cells than headers are a slip. */
    private static int width(SourceRow header, List<SourceRow> body) {
        int width = body.isEmpty() ? header.cells().size() : header.width();
        for (SourceRow row : body) {
            width = Math.max(width, row.width());
        }
        return width;
    }

    private static List<String> samples(List<SourceRow> body, int column) {
        return body.stream()
                .map(row -> Clean.text(row.cell(column).text()))
                .filter(text -> !text.isEmpty())
                .map(text -> text.substring(0, Math.min(text.length(), SAMPLE_LENGTH)))
                .distinct()
                .limit(SAMPLES)
                .toList();
    }

    /**
     * The row among the first whose cells name most fields; the first that is not blank when none does. What is no row
     * of the file, but says what its rows hold, has the number 0.
     */
    private static SourceRow header(HeaderWords words, List<SourceRow> first, int chosen) {
        if (!first.isEmpty() && first.get(0).number() == 0) {
            return first.get(0);
        }
        SourceRow best = null;
        int most = -1;
        for (SourceRow row : first) {
            boolean candidate = chosen == 0 ? row.number() <= HEADER_WITHIN : row.number() == chosen;
            if (candidate && !row.blank()) {
                int named = words.namedIn(
                        row.cells().stream().map(SourceRow.Cell::text).toList());
                if (named > most) {
                    best = row;
                    most = named;
                }
            }
        }
        if (best == null) {
            throw new UnreadableFileException(chosen == 0 ? "import.file.empty" : "import.file.headerRow", chosen, 0);
        }
        return best;
    }

    ImportState state(long id, String fileName) {
        return new ImportState(
                id,
                entity,
                fileName,
                format.charset(),
                format.separator(),
                format.sheet(),
                format.sheets(),
                headerRow,
                columns,
                "create",
                "",
                Map.of(),
                false,
                -1,
                "uploaded",
                0,
                Summary.NONE);
    }
}
