package org.salacrm.api.query;

import java.util.List;

/**
 * A question for rows of one entity, as a list page asks it.
 *
 * @param entity what is asked for
 * @param fields paths to answer; a path that ends at a reference answers a {@link Ref}
 * @param filter which records
 * @param sort order; the id is always the last key, so that pages neither skip nor repeat
 * @param limit rows of a page, 1 to 200
 * @param after cursor of the page before, empty for the first
 * @param total how the number of all rows is to be counted
 * @param sums paths of numbers to be summed over all rows
 */
public record Query(
        String entity,
        List<String> fields,
        Filter filter,
        List<Sort> sort,
        int limit,
        String after,
        Count total,
        List<String> sums) {

    /** How to count: not at all, up to 1000, or to the last row. */
    public enum Count {
        NONE,
        CAPPED,
        EXACT
    }

    public Query {
        fields = List.copyOf(fields);
        sort = List.copyOf(sort);
        sums = List.copyOf(sums);
    }

    /** The first 50 records in the order of their ids. */
    public static Query of(String entity, String... fields) {
        return new Query(entity, List.of(fields), Filter.NONE, List.of(), 50, "", Count.NONE, List.of());
    }

    public Query where(Filter other) {
        return new Query(entity, fields, other, sort, limit, after, total, sums);
    }

    public Query sorted(Sort... others) {
        return new Query(entity, fields, filter, List.of(others), limit, after, total, sums);
    }

    public Query limit(int rows) {
        return new Query(entity, fields, filter, sort, rows, after, total, sums);
    }

    public Query after(String cursor) {
        return new Query(entity, fields, filter, sort, limit, cursor, total, sums);
    }

    public Query counted(Count how) {
        return new Query(entity, fields, filter, sort, limit, after, how, sums);
    }

    public Query summed(String... paths) {
        return new Query(entity, fields, filter, sort, limit, after, total, List.of(paths));
    }
}
