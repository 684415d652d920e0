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

    /** @param headerRow number of the header row as chosen, 0 to find it */
    static Preview of(ColumnMapper mapper, String entity, Path file, TableFile.Format format, int headerRow) {
        List<SourceRow> first = new ArrayList<>();
        try (TableFile table = TableFile.open(file, format)) {
            Iterator<SourceRow> rows = table.rows();
            while (first.size() < LOOKED_AT + headerRow && rows.hasNext()) {
                first.add(rows.next());
            }
        }
        SourceRow header = header(mapper, entity, first, headerRow);
        int width = header.cells().size();
        List<String> headers =
                header.cells().stream().map(c -> Clean.text(c.text())).toList();
        List<List<String>> samples = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            int index = column;
            samples.add(first.stream()
                    .filter(row -> row.number() > header.number())
                    .map(row -> Clean.text(row.cell(index).text()))
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .limit(SAMPLES)
                    .toList());
        }
        return new Preview(entity, format, (int) header.number(), mapper.propose(entity, headers, samples));
    }

    /** The row among the first whose cells name most fields; the first that is not blank when none does. */
    private static SourceRow header(ColumnMapper mapper, String entity, List<SourceRow> first, int chosen) {
        SourceRow best = null;
        int most = -1;
        for (SourceRow row : first) {
            boolean candidate = chosen == 0 ? row.number() <= HEADER_WITHIN : row.number() == chosen;
            if (candidate && !row.blank()) {
                List<String> cells =
                        row.cells().stream().map(SourceRow.Cell::text).toList();
                int named = mapper.headersIn(entity, cells);
                if (named > most) {
                    best = row;
                    most = named;
                }
            }
        }
        if (best == null) {
            throw new UnreadableFileException("import.file.empty", 0, 0);
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
