package org.salacrm.core.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.salacrm.api.query.Row;

/** Records below the headings of a table, in words as its reader's list shows them. */
final class TableRows implements RowFile {
    private final Sheet sheet;
    private final Cells cells;
    private final List<Heading> columns;

    TableRows(Sheet sheet, Cells cells, List<Heading> columns) throws IOException {
        this.sheet = sheet;
        this.cells = cells;
        this.columns = columns;
        sheet.head(columns);
    }

    @Override
    public void write(Row row) throws IOException {
        List<Cell> all = new ArrayList<>(columns.size());
        for (Heading column : columns) {
            all.add(cells.of(column.field(), column.of(row)));
        }
        sheet.row(all);
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
