package org.salacrm.core.duplicate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.salacrm.api.record.Ids;

/** How far a search is. What it knows is kept, so that it goes on after a crash. */
final class SearchState {
    /** Holders of one key; what more have tells nothing. */
    static final int MOST = 20;

    private final long search;
    private final Set<Long> common = new HashSet<>();
    private long key = Long.MIN_VALUE;
    private long pairs;
    private boolean over;

    private SearchState(long search) {
        this.search = search;
    }

    /** @param common the keys up to one that too many have: too many themselves to be kept with each step */
    static SearchState of(Map<String, Object> kept, Ids ids, LongFunction<List<Long>> common) {
        if (!kept.containsKey("search")) {
            return new SearchState(ids.next());
        }
        SearchState state = new SearchState(number(kept.get("search")));
        state.key = number(kept.get("key"));
        state.pairs = number(kept.get("pairs"));
        state.over = Boolean.TRUE.equals(kept.get("over"));
        state.common.addAll(common.apply(state.key));
        return state;
    }

    private static long number(Object value) {
        return Long.parseLong(String.valueOf(value));
    }

    Map<String, Object> kept() {
        return Map.of(
                "search", String.valueOf(search),
                "key", String.valueOf(key),
                "pairs", String.valueOf(pairs),
                "over", over);
    }

    /** @param all whether he may read all records; how many there are is nobody else's business */
    Map<String, Object> result(int groups, boolean all) {
        String id = String.valueOf(search);
        return all
                ? Map.of("search", id, "pairs", pairs, "groups", groups, "common", common.size())
                : Map.of("search", id);
    }

    long search() {
        return search;
    }

    long key() {
        return key;
    }

    boolean begun() {
        return key != Long.MIN_VALUE || over;
    }

    boolean over() {
        return over;
    }

    void count() {
        pairs++;
    }

    /** The part of the keys that is done; they lie evenly. */
    double part() {
        return over ? 1 : key / (double) (1L << 63) / 2 + 0.5;
    }

    /** The records of each key that several have, and the place behind. @param last whether these are the last */
    Map<Long, List<Long>> take(List<KeyRows.Holder> holders, boolean last) {
        Map<Long, List<Long>> sharing = new LinkedHashMap<>();
        int end = last ? holders.size() : beginOfLast(holders);
        for (KeyRows.Holder holder : holders.subList(0, end)) {
            sharing.computeIfAbsent(holder.key(), k -> new ArrayList<>()).add(holder.record());
        }
        if (end > 0) {
            key = holders.get(end - 1).key();
        }
        over = last;
        sharing.forEach((each, members) -> {
            if (members.size() > MOST) {
                common.add(each);
            }
        });
        sharing.values().removeIf(members -> members.size() < 2 || members.size() > MOST);
        return sharing;
    }

    /** The last key may go on in the next stretch. One that fills a stretch alone is common anyway. */
    private static int beginOfLast(List<KeyRows.Holder> holders) {
        long last = holders.get(holders.size() - 1).key();
        int end = holders.size();
        while (end > 0 && holders.get(end - 1).key() == last) {
            end--;
        }
        return end == 0 ? holders.size() : end;
    }

    /** Whether this is the first key that two records share by what is compared, so that they are compared once. */
    boolean isFirst(long at, Set<Long> a, Set<Long> b) {
        if (!a.contains(at) || !b.contains(at)) {
            return false;
        }
        for (Long each : a) {
            if (each < at && b.contains(each) && !common.contains(each)) {
                return false;
            }
        }
        return true;
    }
}
