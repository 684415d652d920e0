package org.salacrm.core.query;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers by group while a report is put together: several facts meet here in the groups they have in common.
 *
 * @param nothing what each number is where there are no records: zero for counts and sums, null otherwise
 * @param rows by the values of the dimensions
 */
record Grid(List<Object> nothing, Map<List<Object>, Object[]> rows) {

    Grid(List<Object> nothing) {
        this(nothing, new LinkedHashMap<>());
    }

    /** The numbers of a group, which is made when it is not there. */
    Object[] row(List<Object> key) {
        return rows.computeIfAbsent(key, k -> nothing.toArray());
    }

    /** Takes over some numbers of a group; where there are some already, counts and sums add up. */
    void merge(List<Object> key, Object[] from, List<Integer> places) {
        Object[] row = row(key);
        for (int place : places) {
            boolean adds = nothing.get(place) != null && row[place] != null && from[place] != null;
            row[place] = adds ? plus(row[place], from[place]) : from[place];
        }
    }

    static Object plus(Object a, Object b) {
        return a instanceof Long x && b instanceof Long y
                ? (Object) (x + y)
                : number(a).add(number(b));
    }

    static BigDecimal number(Object value) {
        return value instanceof BigDecimal number ? number : new BigDecimal(String.valueOf(value));
    }
}
