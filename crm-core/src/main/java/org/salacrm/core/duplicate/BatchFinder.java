package org.salacrm.core.duplicate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salacrm.api.definition.DuplicateRule;
import org.salacrm.api.duplicate.Duplicates.Match;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Row;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;

/** Finds what rows of a file may be the same as: records that are there, and rows that came shortly before them. */
public final class BatchFinder {
    /** Records that are compared with a row, those that share most keys with it. */
    private static final int COMPARED = 10;

    private static final int TOLD = 3;
    /** Holders of one key from which it tells nothing. */
    private static final int COMMON = 100;
    /** Rows that are remembered, so that memory does not grow with the file. */
    private static final int REMEMBERED = 5000;

    private static final int PAGE = 200;

    private final DuplicateRule rule;
    private final EntityTypes types;
    private final EntityType type;
    private final Queries queries;
    private final KeyRows keys;
    private final Callers callers;
    private final Texts texts;
    private final Set<Long> common = new HashSet<>();
    private final Map<Long, List<Seen>> seen = new HashMap<>();
    private final Deque<Seen> order = new ArrayDeque<>();
    private boolean recordsOnly;

    /** A row to be compared. @param values as the write path takes them */
    public record Entry(long row, Map<String, ?> values) {}

    /** @param row another row of the file, 0 for a record */
    public record Twin(Match match, long row) {}

    private record Seen(long row, Portrait portrait, List<Long> keys) {}

    BatchFinder(Texts texts, EntityTypes types, Queries queries, KeyRows keys, Callers callers) {
        this.rule = texts.rule();
        this.types = types;
        this.type = types.get(rule.entity());
        this.queries = queries;
        this.keys = keys;
        this.callers = callers;
        this.texts = texts;
    }

    /** From now on rows are not compared with those above them. */
    public void recordsOnly() {
        recordsOnly = true;
    }

    /** What some rows may be the same as, the likeliest first; those that stand alone are not named. */
    public Map<Long, List<Twin>> find(List<Entry> entries) {
        List<Seen> rows = portraits(entries);
        Set<Long> wanted = new HashSet<>();
        rows.forEach(row -> wanted.addAll(row.keys()));
        wanted.removeAll(common);
        Map<Long, List<Long>> holders = keys.holders(rule.entity(), wanted, COMMON, common);
        Map<Seen, List<Long>> candidates = new LinkedHashMap<>();
        Set<Long> all = new HashSet<>();
        for (Seen row : rows) {
            List<Long> some = candidates(row, holders);
            candidates.put(row, some);
            all.addAll(some);
        }
        Map<Long, Known> known = known(all);
        Map<Long, List<Twin>> found = new HashMap<>();
        candidates.forEach((row, ids) -> {
            List<Twin> twins = new ArrayList<>();
            ids.stream().filter(known::containsKey).forEach(id -> add(twins, row, known.get(id)));
            if (!recordsOnly) {
                above(row, twins);
                remember(row);
            }
            if (!twins.isEmpty()) {
                twins.sort(Comparator.comparingInt(twin -> -twin.match().score()));
                found.put(row.row(), List.copyOf(twins.subList(0, Math.min(TOLD, twins.size()))));
            }
        });
        return found;
    }

    private List<Seen> portraits(List<Entry> entries) {
        Map<String, Map<Long, Object>> titles = titles(entries);
        // Reading names takes longest of all, and each row is read for itself.
        return entries.parallelStream().map(entry -> seen(entry, titles)).toList();
    }

    private Seen seen(Entry entry, Map<String, Map<Long, Object>> titles) {
        Portrait portrait = texts.portrait(name -> {
            Object value = entry.values().get(name);
            return titles.containsKey(name) ? titles.get(name).get(value) : value;
        });
        return new Seen(entry.row(), portrait, portrait.keys());
    }

    /** Of references, which are ids, the titles are compared: by field, by id. */
    private Map<String, Map<Long, Object>> titles(List<Entry> entries) {
        Map<String, Map<Long, Object>> titles = new HashMap<>();
        for (String name : texts.names()) {
            String other = type.byName().get(name).ref();
            if (!other.isEmpty()) {
                Map<Long, Object> found = new HashMap<>();
                List<Object> ids = entries.stream()
                        .map(entry -> (Object) entry.values().get(name))
                        .filter(Long.class::isInstance)
                        .distinct()
                        .toList();
                if (!ids.isEmpty()) {
                    Query question = Query.of(other, types.get(other).title()).where(Filter.in("id", ids));
                    queries.each(
                            question, row -> found.put(row.id(), row.values().get(0)));
                }
                titles.put(name, found);
            }
        }
        return titles;
    }

    private static List<Long> candidates(Seen row, Map<Long, List<Long>> holders) {
        Map<Long, Integer> shared = new HashMap<>();
        row.keys()
                .forEach(key -> holders.getOrDefault(key, List.of()).forEach(id -> shared.merge(id, 1, Integer::sum)));
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COMPARED)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** @param hidden whether the caller may not read it, and is told only whom to ask */
    private record Known(Row row, Portrait portrait, boolean hidden) {}

    private Map<Long, Known> known(Collection<Long> ids) {
        Map<Long, Known> known = new HashMap<>();
        read(ids, false, known);
        List<Long> hidden = ids.stream().filter(id -> !known.containsKey(id)).toList();
        callers.as(Caller.system("duplicates"), () -> {
            read(hidden, true, known);
            return known;
        });
        return known;
    }

    private void read(Collection<Long> ids, boolean hidden, Map<Long, Known> known) {
        List<String> fields = new ArrayList<>(texts.names());
        fields.addAll(List.of(type.title(), "owner"));
        List<Long> all = List.copyOf(ids);
        for (int i = 0; i < all.size(); i += PAGE) {
            Query question = Query.of(type.name(), fields.toArray(String[]::new))
                    .where(Filter.in("id", all.subList(i, Math.min(i + PAGE, all.size()))));
            queries.each(question, row -> known.put(row.id(), new Known(row, texts.portrait(row), hidden)));
        }
    }

    private void add(List<Twin> twins, Seen row, Known known) {
        Likeness likeness = row.portrait().compare(known.portrait());
        if (likeness.score() >= rule.sharpness()) {
            Match match = FoundGroups.match(known.row(), likeness.score(), likeness.agreeing());
            twins.add(new Twin(known.hidden() ? new Match(0, "", match.owner(), match.score(), List.of()) : match, 0));
        }
    }

    private void above(Seen row, List<Twin> twins) {
        Map<Long, Seen> others = new LinkedHashMap<>();
        for (Long key : row.keys()) {
            List<Seen> some = seen.getOrDefault(key, List.of());
            if (some.size() <= COMMON) {
                some.stream().filter(other -> other.row() < row.row()).forEach(other -> others.put(other.row(), other));
            }
        }
        others.values().stream().limit(COMPARED).forEach(other -> {
            Likeness likeness = row.portrait().compare(other.portrait());
            if (likeness.score() >= rule.sharpness()) {
                twins.add(new Twin(new Match(0, "", "", likeness.score(), likeness.agreeing()), other.row()));
            }
        });
    }

    private void remember(Seen row) {
        order.add(row);
        row.keys().forEach(key -> seen.computeIfAbsent(key, k -> new ArrayList<>())
                .add(row));
        if (order.size() > REMEMBERED) {
            Seen oldest = order.remove();
            oldest.keys()
                    .forEach(key -> seen.computeIfPresent(key, (k, some) -> {
                        some.remove(oldest);
                        return some.isEmpty() ? null : some;
                    }));
        }
    }
}
