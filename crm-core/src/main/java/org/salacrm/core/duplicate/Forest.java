package org.salacrm.core.duplicate;

import java.util.Arrays;

/** Which records belong together, kept in two numbers a record, so that a search may find a million of them. */
final class Forest {
    private static final int FIRST_SIZE = 1024;

    /** A table by the hash of the id; no id is 0. */
    private long[] ids = new long[FIRST_SIZE];

    private long[] parents = new long[FIRST_SIZE];
    private int count;

    void join(long a, long b) {
        long x = root(a);
        long y = root(b);
        parents[place(Math.max(x, y))] = Math.min(x, y);
    }

    /** The least of those that belong together. */
    long root(long id) {
        int place = known(id);
        while (parents[place] != ids[place]) {
            int parent = place(parents[place]);
            parents[place] = parents[parent];
            place = parent;
        }
        return ids[place];
    }

    /** How many belong to none but their own. */
    int roots() {
        int roots = 0;
        for (int i = 0; i < ids.length; i++) {
            roots += ids[i] != 0 && ids[i] == parents[i] ? 1 : 0;
        }
        return roots;
    }

    private int known(long id) {
        int place = place(id);
        if (ids[place] != 0) {
            return place;
        }
        if (2 * ++count > ids.length) {
            grow();
            place = place(id);
        }
        put(place, id, id);
        return place;
    }

    private void put(int place, long id, long parent) {
        ids[place] = id;
        parents[place] = parent;
    }

    /** Where an id is, or would be. */
    private int place(long id) {
        int place = Long.hashCode(id * 0x9E3779B97F4A7C15L) & ids.length - 1;
        while (ids[place] != 0 && ids[place] != id) {
            place = place + 1 & ids.length - 1;
        }
        return place;
    }

    private void grow() {
        long[] before = ids;
        long[] theirs = parents;
        ids = new long[before.length * 2];
        parents = Arrays.copyOf(ids, ids.length);
        for (int i = 0; i < before.length; i++) {
            if (before[i] != 0) {
                put(place(before[i]), before[i], theirs[i]);
            }
        }
    }
}
