package org.salacrm.core.importing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salacrm.api.importing.Imports.Summary;

/**
 * How far an import is.
 *
 * @param row number of the last row done with
 */
record Tally(long row, Summary summary) {
    static final Tally START = new Tally(0, Summary.NONE);

    /** @param kept as {@link #kept} wrote it; from the start when it is empty */
    static Tally of(String kept) {
        if (kept.isEmpty()) {
            return START;
        }
        List<Long> n = Arrays.stream(kept.split(" ")).map(Long::valueOf).toList();
        long skipped = n.size() > 6 ? n.get(6) : 0;
        long likely = n.size() > 7 ? n.get(7) : 0;
        return new Tally(n.get(0), new Summary(n.get(1), n.get(2), n.get(3), n.get(4), n.get(5), skipped, likely));
    }

    String kept() {
        return Stream.of(
                        row,
                        summary.rows(),
                        summary.created(),
                        summary.updated(),
                        summary.failed(),
                        summary.repaired(),
                        summary.skipped(),
                        summary.likely())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    Tally at(long last) {
        return new Tally(last, summary);
    }

    Tally plus(Batch batch) {
        return new Tally(Math.max(row, batch.lastRow()), summary.plus(batch.summary()));
    }
}
