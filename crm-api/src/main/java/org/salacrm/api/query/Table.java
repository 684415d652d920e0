package org.salacrm.api.query;

import java.util.Collections;
import java.util.List;

/**
 * The answer to a {@link Report}: the same for screen, chart, file and dashboard.
 *
 * @param rows values in the order of the columns
 * @param drill per row, one for each measure column in order: the records that make up its number; of an expression
 *     those of the first measure it names
 */
public record Table(List<Column> columns, List<List<Object>> rows, List<List<Drill>> drill) {

    /**
     * A column.
     *
     * @param role dimension or measure
     * @param kind field kind of its values; for dates in buckets the bucket: day, week, month, quarter, year
     * @param source path of a dimension or name of the measure it came from
     * @param pivot value of the pivot dimension it stands for, empty when not pivoted
     */
    public record Column(String name, String role, String kind, String source, Object pivot) {}

    /** The records behind a number. */
    public record Drill(String entity, Filter filter) {}

    public Table {
        columns = List.copyOf(columns);
        rows = Collections.unmodifiableList(rows);
        drill = List.copyOf(drill);
    }
}
