package org.salacrm.itest.rights;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.salacrm.itest.rights.Paths.Path;

/** Lists with filter, sort, sums and exact total, read page by page to the end. */
final class ListDoor implements Door {
    private final World world;
    private final Random random;
    private final Findings findings;
    private final RandomFilter filters;

    ListDoor(Asking asking) {
        this.world = asking.world();
        this.random = asking.random();
        this.findings = asking.findings();
        this.filters = new RandomFilter(world, random);
    }

    private record Key(Path path, boolean desc) {}

    @Override
    public void ask(Colleague who) {
        String entity = World.KINDS.get(random.nextInt(World.KINDS.size())).entity();
        RandomFilter.Asked filter = filters.any(entity);
        List<Key> keys = keys(entity);
        List<String> fields = fields(entity);
        Path sum = Paths.any(entity, random, Paths.Kind.NUMBER);
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("fields", fields);
        query.put("filter", filter.tree());
        query.put(
                "sort",
                keys.stream()
                        .map(k -> Map.of("path", k.path.text(), "desc", k.desc))
                        .toList());
        query.put("limit", 10 + random.nextInt(60));
        query.put("count", "exact");
        query.put("sums", List.of(sum.text()));
        List<Entry> expected = who.eye.all(entity).stream()
                .filter(entry -> filter.passes(who.eye, entry))
                .toList();
        List<Map<String, Object>> answered = pages(who, entity, query, total -> {
            findings.same(who + " counts " + query, expected.size(), ((Number) total.get("value")).intValue());
        });
        String what = who + " lists " + entity + " " + Plain.write(query);
        sums(who, what, sum, expected, query);
        findings.same(what, rows(who.eye, expected, fields), byId(answered));
        findings.same(what + " without twins", byId(answered).size(), answered.size());
        inOrder(who.eye, what, keys, answered);
    }

    private interface Total {
        void is(Map<String, Object> total);
    }

    private Map<String, Object> firstSums = Map.of();

    private List<Map<String, Object>> pages(Colleague who, String entity, Map<String, Object> query, Total total) {
        List<Map<String, Object>> rows = new ArrayList<>();
        String next = "";
        Map<String, Object> asked = new LinkedHashMap<>(query);
        do {
            Colleague.Answer page = who.send("list", "POST", "/api/records/" + entity + "/query", asked);
            if (!page.is(200)) {
                findings.differ(who + " asks " + asked + " answered " + page);
                return rows;
            }
            Plain.list(page.get("items")).forEach(row -> rows.add(Plain.map(row)));
            if (next.isEmpty()) {
                total.is(Plain.map(page.get("total")));
                firstSums = Plain.map(page.get("sums"));
            }
            next = page.get("next") == null ? "" : page.get("next").toString();
            asked.put("after", next);
            asked.remove("count");
            asked.remove("sums");
        } while (!next.isEmpty());
        return rows;
    }

    /** What he may see of nobody is not summed at all. */
    private void sums(Colleague who, String what, Path sum, List<Entry> expected, Map<String, Object> query) {
        BigDecimal added = expected.stream()
                .map(entry -> (BigDecimal) who.eye.value(entry, sum.text()))
                .filter(java.util.Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal told = (BigDecimal) firstSums.get(sum.text());
        if (told != null || added.signum() != 0) {
            findings.same(what + " sums " + sum.text(), Plain.number(added), told);
        }
    }

    private List<Key> keys(String entity) {
        List<Key> keys = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Path path = Paths.any(entity, random);
            if (path.sortable() && keys.stream().noneMatch(k -> k.path.equals(path))) {
                keys.add(new Key(path, random.nextBoolean()));
            }
        }
        return keys;
    }

    private List<String> fields(String entity) {
        List<String> fields = new ArrayList<>();
        for (int i = 1 + random.nextInt(7); i > 0; i--) {
            String path = Paths.any(entity, random).text();
            if (!fields.contains(path)) {
                fields.add(path);
            }
        }
        if (entity.equals("account") && random.nextInt(4) == 0) {
            fields.add("addresses");
        }
        return fields;
    }

    private Map<Long, Map<String, Object>> rows(Eye eye, List<Entry> entries, List<String> fields) {
        Map<Long, Map<String, Object>> rows = new TreeMap<>();
        for (Entry entry : entries) {
            Map<String, Object> row = new HashMap<>();
            row.put("id", Long.toString(entry.id));
            row.put("version", entry.value("version"));
            fields.forEach(path -> row.put(path, eye.value(entry, path)));
            rows.put(entry.id, row);
        }
        return rows;
    }

    private static Map<Long, Map<String, Object>> byId(List<Map<String, Object>> rows) {
        Map<Long, Map<String, Object>> byId = new TreeMap<>();
        rows.forEach(row -> byId.put(Plain.number(row.get("id")), row));
        return byId;
    }

    private void inOrder(Eye eye, String what, List<Key> keys, List<Map<String, Object>> answered) {
        Comparator<Entry> order = (a, b) -> 0;
        for (Key key : keys) {
            Comparator<Object> rising = Comparator.nullsLast(ListDoor::compare);
            Comparator<Entry> next = Comparator.comparing(e -> eye.value(e, key.path.text()), rising);
            order = order.thenComparing(key.desc ? next.reversed() : next);
        }
        for (int i = 1; i < answered.size(); i++) {
            Entry before = entry(answered.get(i - 1));
            Entry after = entry(answered.get(i));
            if (before != null && after != null && order.compare(before, after) > 0) {
                findings.differ(what + "\n    has " + before + " before " + after);
                return;
            }
        }
    }

    private Entry entry(Map<String, Object> row) {
        long id = Plain.number(row.get("id"));
        return World.KINDS.stream()
                .map(kind -> world.entry(new Plain.Ref(kind.entity(), id, "")))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object a, Object b) {
        if (a instanceof Plain.Ref x && b instanceof Plain.Ref y) {
            return x.label().compareTo(y.label());
        }
        return a instanceof String text && text.matches("\\d{4}-.*T.*")
                ? RandomFilter.moment(text).compareTo(RandomFilter.moment(b.toString()))
                : ((Comparable<Object>) a).compareTo(b);
    }
}
