package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salacrm.api.importing.ImportChecks.Fix;

/** Lets cells be read as somebody corrected them; the file stays as it is. */
final class Fixes {
    private final Map<Place, Fix> cells = new HashMap<>();
    private final Map<Word, Fix> words = new HashMap<>();
    private final int width;

    private record Place(long row, int column) {}

    private record Word(int column, String was) {}

    Fixes(List<Fix> fixes) {
        width = fixes.stream().mapToInt(Fix::column).max().orElse(-1) + 1;
        for (Fix fix : fixes) {
            if (fix.everywhere()) {
                words.put(new Word(fix.column(), fix.was()), fix);
            } else {
                cells.put(new Place(fix.row(), fix.column()), fix);
            }
        }
    }

    /** What is corrected in a row, by column; a correction of the cell itself before one of all equal cells. */
    Map<Integer, Fix> of(SourceRow row) {
        Map<Integer, Fix> found = new HashMap<>();
        for (int column = 0; column < width; column++) {
            Fix fix = cells.get(new Place(row.number(), column));
            if (fix == null && !words.isEmpty()) {
                fix = words.get(new Word(column, text(row, column)));
            }
            if (fix != null) {
                found.put(column, fix);
            }
        }
        return found;
    }

    /** What all equal cells of a column have in common. */
    static String text(SourceRow row, int column) {
        return Clean.text(row.cell(column).text());
    }

    SourceRow apply(SourceRow row) {
        Map<Integer, Fix> found = of(row);
        if (found.isEmpty()) {
            return row;
        }
        List<SourceRow.Cell> now = new ArrayList<>(row.cells());
        while (now.size() < width) {
            now.add(SourceRow.Cell.EMPTY);
        }
        found.forEach((column, fix) -> now.set(column, cell(fix)));
        return new SourceRow(row.number(), now);
    }

    private static SourceRow.Cell cell(Fix fix) {
        return new SourceRow.Cell(fix.value(), Optional.empty(), Optional.empty(), fix.ref());
    }
}
