package org.salacrm.core.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook whose cells are all texts: no zero and no digit is lost when it is saved again, nothing is computed. */
final class WorkbookOut implements TableOut {
    private static final int IN_MEMORY = 500;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    WorkbookOut(OutputStream out) {
        this.workbook = new Workbook(out, "Sala", null);
        this.sheet = workbook.newWorksheet("Sala");
        sheet.freezePane(0, 1);
        sheet.width(1, 60);
    }

    @Override
    public void write(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                sheet.inlineString(row, column, cells.get(column));
            }
        }
        if (++row % IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        workbook.close();
    }
}
