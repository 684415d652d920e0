package org.salacrm.core.importing;

import java.util.Map;
import org.salacrm.api.importing.Imports.Summary;

/**
 * How far an import is.
 *
 * @param row number of the last row done with
 */
record Tally(long row, Summary summary) {

    /** As kept at a checkpoint; from the start when there is none. */
    static Tally of(Map<String, Object> kept) {
        return new Tally(
                number(kept, "row"),
                new Summary(
                        number(kept, "rows"),
                        number(kept, "created"),
                        number(kept, "updated"),
                        number(kept, "failed"),
                        number(kept, "repaired")));
    }

    Map<String, Object> map() {
        return Map.of(
                "row", row,
                "rows", summary.rows(),
                "created", summary.created(),
                "updated", summary.updated(),
                "failed", summary.failed(),
                "repaired", summary.repaired());
    }

    Tally at(long last) {
        return new Tally(last, summary);
    }

    Tally plus(Summary more) {
        return new Tally(row, RowWriter.plus(summary, more));
    }

    private static long number(Map<String, Object> kept, String key) {
        return kept.get(key) instanceof Number n ? n.longValue() : 0;
    }
}
