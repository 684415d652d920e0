package org.salacrm.core.duplicate;

import java.util.List;
import java.util.function.Consumer;

/** Puts the pairs of a search together, page by page: what is the same as one of a group belongs to it. */
final class Groups {
    private final FoundRows rows;
    private final long search;
    private final int page;
    private final Forest forest = new Forest();

    /** @param page pairs that are looked at together */
    Groups(FoundRows rows, long search, int page) {
        this.rows = rows;
        this.search = search;
        this.page = page;
    }

    /** Names each group by its least id. @return number of groups */
    int form() {
        each(scored -> forest.join(scored.pair().low(), scored.pair().high()));
        each(scored -> {
            long group = forest.root(scored.pair().low());
            if (group != scored.group()) {
                rows.setGroup(search, scored.pair(), group);
            }
        });
        return forest.roots();
    }

    private void each(Consumer<FoundRows.Scored> work) {
        List<FoundRows.Scored> pairs = rows.pairs(search, new FoundRows.Pair(0, 0), page);
        while (!pairs.isEmpty()) {
            pairs.forEach(work);
            pairs = rows.pairs(search, pairs.get(pairs.size() - 1).pair(), page);
        }
    }
}
