package org.salacrm.core.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports.Problem;
import org.salacrm.api.message.Messages;

/** The refused rows as they were read, with row number and reasons in front, to be corrected and imported again. */
final class FailedRows {
    private final Function<String, List<Map.Entry<String, Problem>>> pages;
    private final Messages messages;
    private final String language;
    private Iterator<Map.Entry<String, Problem>> page =
            List.<Map.Entry<String, Problem>>of().iterator();
    private final DateCell dates;
    private final Fixes fixes;
    /** Of columns whose dates are not read so by themselves. */
    private Map<Integer, DateCell.Written> written = Map.of();

    private String place = "";
    private Map.Entry<String, Problem> ahead;

    /**
     * @param pages errors behind a place, in the order of rows; an empty page ends them
     * @param fixes so that what was corrected need not be corrected again
     */
    FailedRows(
            Function<String, List<Map.Entry<String, Problem>>> pages,
            Messages messages,
            String language,
            DateCell dates,
            Fixes fixes) {
        this.pages = pages;
        this.messages = messages;
        this.language = language;
        this.dates = dates;
        this.fixes = fixes;
    }

    /** @param dates numbers of columns with dates */
    void write(Path file, ImportState state, List<Integer> dates, TableOut table) throws IOException {
        TableFile.Format format =
                new TableFile.Format(state.charset(), state.separator(), state.sheet(), state.sheets());
        try (TableFile source = TableFile.open(file, format)) {
            Set<Integer> monthFirst =
                    Survey.of(source, state, dates, () -> false).monthFirst();
            written = state.columns().stream()
                    .filter(c -> dates.contains(c.index()))
                    .collect(Collectors.toMap(
                            ImportState.Column::index,
                            c -> new DateCell.Written(monthFirst.contains(c.index()), c.era())));
            written.values().removeIf(DateCell.Written.USUALLY::equals);
        }
        try (TableFile source = TableFile.open(file, format)) {
            List<String> headers = new ArrayList<>(List.of(word("import.failed.row"), word("import.failed.reason")));
            state.columns().forEach(c -> headers.add(c.header()));
            table.write(headers);
            Iterator<SourceRow> rows = Survey.body(source, state, 0);
            advance();
            while (ahead != null && rows.hasNext()) {
                SourceRow row = rows.next();
                if (row.number() == ahead.getValue().row()) {
                    table.write(record(
                            fixes.apply(row),
                            reasons(row.number()),
                            state.columns().size()));
                }
            }
        }
    }

    private String reasons(long row) {
        List<String> reasons = new ArrayList<>();
        while (ahead != null && ahead.getValue().row() == row) {
            Problem problem = ahead.getValue();
            String reason = messages.format(language, problem.messageKey(), problem.values());
            reasons.add(problem.header().isEmpty() ? reason : problem.header() + ": " + reason);
            advance();
        }
        return String.join("; ", reasons);
    }

    private void advance() {
        if (!page.hasNext()) {
            page = pages.apply(place).iterator();
        }
        ahead = page.hasNext() ? page.next() : null;
        place = ahead == null ? place : ahead.getKey();
    }

    /** All cells, also those beyond the headers that may be why the row was refused. */
    private List<String> record(SourceRow row, String reasons, int width) {
        List<String> cells = new ArrayList<>(List.of(String.valueOf(row.number()), reasons));
        for (int i = 0; i < Math.max(width, row.width()); i++) {
            cells.add(
                    written.containsKey(i)
                            ? plainDate(row.cell(i), written.get(i))
                            : row.cell(i).text());
        }
        return cells;
    }

    /** Among fewer rows nobody could tell any more that the month stands first, nor which era was chosen. */
    private String plainDate(SourceRow.Cell cell, DateCell.Written how) {
        LocalTime time = TimeOfDay.in(cell.text());
        String behind = time.equals(LocalTime.MIDNIGHT) ? "" : " " + time;
        return dates.read(cell, how).value().map(day -> day + behind).orElse(cell.text());
    }

    private String word(String key) {
        return messages.text(key).in(language);
    }
}
