package org.salacrm.core.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Values bound side by side. Few stand as they are; of more than eight the number is rounded up to a power of two by
 * repeating the last one, or they become one array, so that few different SQL texts come about.
 *
 * @param slot of the first value, or of the array
 * @param array all values are one array bound in that slot
 */
record Keys(int slot, int count, boolean array) {
    static final Keys NONE = new Keys(0, 0, false);
    private static final int AS_IT_IS = 8;

    boolean isEmpty() {
        return count == 0;
    }

    static Keys bind(Values values, Collection<?> all) {
        if (all.isEmpty()) {
            return NONE;
        }
        List<Object> padded = new ArrayList<>(all);
        int count = all.size() <= AS_IT_IS ? all.size() : Integer.highestOneBit(all.size() - 1) << 1;
        while (padded.size() < count) {
            padded.add(padded.get(all.size() - 1));
        }
        int first = values.add(padded.get(0));
        padded.stream().skip(1).forEach(values::add);
        return new Keys(first, count, false);
    }

    /** Keys of a right: sorted, so that the same caller always asks the same. */
    static Keys bindIds(Values values, Collection<Long> ids, boolean arrays) {
        List<Long> sorted = ids.stream().sorted().toList();
        if (arrays && sorted.size() > AS_IT_IS) {
            return new Keys(values.add(sorted.toArray(Long[]::new)), sorted.size() > 200 ? 201 : AS_IT_IS + 1, true);
        }
        return bind(values, sorted);
    }
}
