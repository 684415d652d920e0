package org.salacrm.core.importing;

import java.util.List;
import org.salacrm.api.importing.ImportState;

/** Shows which days the samples of a column are read as, so that a wrong era is seen before the file is checked. */
record SampleDays(ColumnMapper mapper, DateCell dates) {

    ImportState readIn(ImportState state) {
        List<Integer> columns = mapper.dates(state);
        return columns.isEmpty()
                ? state
                : Changes.with(
                        state,
                        state.columns().stream()
                                .map(c -> columns.contains(c.index()) ? c.reading(days(c)) : c)
                                .toList());
    }

    private List<String> days(ImportState.Column column) {
        List<SourceRow.Cell> cells =
                column.samples().stream().map(SourceRow.Cell::of).toList();
        boolean monthFirst = cells.stream().anyMatch(cell -> DateCell.order(cell) < 0)
                && cells.stream().noneMatch(cell -> DateCell.order(cell) > 0);
        DateCell.Written how = new DateCell.Written(monthFirst, column.era());
        return cells.stream()
                .map(cell -> dates.read(cell, how).value().map(String::valueOf).orElse(""))
                .toList();
    }
}
