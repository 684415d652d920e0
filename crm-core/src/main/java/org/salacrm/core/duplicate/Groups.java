package org.salacrm.core.duplicate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the pairs of a search together: what is the same as one of a group belongs to it. */
final class Groups {
    private final FoundRows rows;
    private final long search;
    private final Map<Long, Long> parents = new HashMap<>();

    Groups(FoundRows rows, long search) {
        this.rows = rows;
        this.search = search;
    }

    /** Names each group by its least id. @return number of groups */
    int form() {
        List<FoundRows.Scored> pairs = rows.pairs(search);
        pairs.forEach(scored -> join(scored.pair().low(), scored.pair().high()));
        for (FoundRows.Scored scored : pairs) {
            long group = root(scored.pair().low());
            if (group != scored.group()) {
                rows.setGroup(search, scored.pair(), group);
            }
        }
        return (int) parents.keySet().stream().map(this::root).distinct().count();
    }

    private void join(long a, long b) {
        long x = root(a);
        long y = root(b);
        parents.put(Math.max(x, y), Math.min(x, y));
    }

    private long root(long id) {
        long root = id;
        while (parents.computeIfAbsent(root, r -> r) != root) {
            long parent = parents.get(root);
            parents.put(root, parents.get(parent));
            root = parent;
        }
        return root;
    }
}
