package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.List;
import org.salacrm.api.importing.Imports.Problem;
import org.salacrm.api.importing.Imports.Summary;

/** What some rows that are written together came to. @param rows what is known of them */
record Batch(Summary summary, List<Problem> problems, Told rows, long lastRow) {
    /** The same with what was made good all over the file. */
    Batch noting(List<Problem> notes) {
        return plus(new Batch(new Summary(0, 0, 0, 0, notes.size()), notes, Told.NOTHING, lastRow));
    }

    Batch plus(Batch more) {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(more.problems);
        return new Batch(summary.plus(more.summary), all, rows.plus(more.rows), more.lastRow);
    }
}
