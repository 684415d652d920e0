package org.salacrm.api.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of rows.
 *
 * @param next cursor of the next page, empty at the end
 * @param total when asked for
 * @param sums per path asked for
 */
public record Page(List<Row> rows, String next, Optional<Total> total, Map<String, BigDecimal> sums) {

    /** Number of all rows; not exact means at least so many. */
    public record Total(long value, boolean exact) {}

    public Page {
        rows = List.copyOf(rows);
        sums = Map.copyOf(sums);
    }
}
