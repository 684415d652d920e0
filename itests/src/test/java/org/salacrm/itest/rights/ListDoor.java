package org.salacrm.itest.rights;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.salacrm.itest.rights.Paths.Path;

/** Lists with filter, text search, sort, sums and exact total, asked by body or address and read to the end. */
final class ListDoor implements Door {
    /** Servers take no longer addresses. */
    private static final int LONGEST = 6_000;

    private final World world;
    private final Random random;
    private final Findings findings;
    private final RandomFilter filters;
    private final Asking asking;

    ListDoor(Asking asking) {
        this.asking = asking;
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
        Words words = words(entity);
        query.put("text", words.text);
        query.put("textField", words.field);
        query.put(
                "sort",
                keys.stream()
                        .map(k -> Map.of("path", k.path.text(), "desc", k.desc))
                        .toList());
        query.put("limit", 10 + random.nextInt(60));
        query.put("count", "exact");
        query.put("sums", List.of(sum.text()));
        List<Entry> expected = who.eye.all(entity).stream()
                .filter(entry -> filter.passes(who.eye, entry) && words.in(who.eye, entry))
                .toList();
        List<Map<String, Object>> answered = pages(who, entity, query, total -> {
            findings.same(who + " counts " + query, expected.size(), ((Number) total.get("value")).intValue());
        });
        String what = who + " lists " + entity + " " + Plain.write(query);
        sums(who, what, sum, expected, query);
        findings.same(what, rows(who.eye, expected, fields), byId(answered));
        findings.same(what + " without twins", byId(answered).size(), answered.size());
        inOrder(who.eye, what, entity, keys, answered);
        if (!cursor.isEmpty() && random.nextInt(3) == 0) {
            Colleague other = asking.staff().get();
            query.put("after", cursor);
            Colleague.Answer page = page(other, entity, query);
            List<Entry> his = other.eye.all(entity).stream()
                    .filter(entry -> filter.passes(other.eye, entry) && words.in(other.eye, entry))
                    .toList();
            Map<Long, Map<String, Object>> may = rows(other.eye, his, fields);
            byId(items(page)).forEach((id, row) -> findings.same(other + " goes on where " + what, may.get(id), row));
        }
    }

    /** A word that is searched for in a field or, without one, in titles and what the company added. */
    private record Words(String text, String field) {
        boolean in(Eye eye, Entry entry) {
            return text.isEmpty()
                    || fields(entry.entity).stream()
                            .map(name -> eye.value(entry, name))
                            .anyMatch(value ->
                                    value != null && RandomFilter.lower(value).contains(RandomFilter.lower(text)));
        }

        private List<String> fields(String entity) {
            if (!field.isEmpty()) {
                return List.of(field);
            }
            return switch (entity) {
                case "account" -> List.of("name", "hint");
                case "contact", "opportunity" -> List.of(World.title(entity), "account." + World.title("account"));
                case "activity" ->
                    List.of(
                            World.title(entity),
                            "account." + World.title("account"),
                            "contact." + World.title("contact"));
                default -> List.of(World.title(entity));
            };
        }
    }

    /** Mostly nothing. */
    private Words words(String entity) {
        Path path = Paths.any(entity, random, Paths.Kind.TEXT);
        Entry entry = asking.pick(List.copyOf(world.all(entity)));
        Object value = Eye.ofAdministrator(world).value(entry, path.text());
        if (value == null || random.nextInt(4) > 0) {
            return new Words("", "");
        }
        String text = value.toString();
        String piece = text.substring(random.nextInt(text.length())).trim().split("\\s")[0];
        return new Words(piece, random.nextBoolean() ? "" : path.text());
    }

    private interface Total {
        void is(Map<String, Object> total);
    }

    private Map<String, Object> firstSums = Map.of();
    /** Where the first page went on; empty when it was the last. */
    private String cursor = "";

    private List<Map<String, Object>> pages(Colleague who, String entity, Map<String, Object> query, Total total) {
        List<Map<String, Object>> rows = new ArrayList<>();
        String next = "";
        Map<String, Object> asked = new LinkedHashMap<>(query);
        do {
            Colleague.Answer page = page(who, entity, asked);
            if (!page.is(200)) {
                findings.differ(who + " asks " + asked + " answered " + page);
                return rows;
            }
            rows.addAll(items(page));
            if (next.isEmpty()) {
                cursor = page.get("next") == null ? "" : page.get("next").toString();
                total.is(Plain.map(page.get("total")));
                firstSums = Plain.map(page.get("sums"));
            }
            next = page.get("next") == null ? "" : page.get("next").toString();
            who.given("cursor of " + asked, decoded(next));
            asked.put("after", next);
            asked.remove("count");
            asked.remove("sums");
        } while (!next.isEmpty());
        return rows;
    }

    private static String decoded(String word) {
        String text = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static List<Map<String, Object>> items(Colleague.Answer page) {
        return Plain.list(page.get("items")).stream().map(Plain::map).toList();
    }

    private Colleague.Answer page(Colleague who, String entity, Map<String, Object> query) {
        String path = "/api/records/" + entity;
        String address = path + "?" + parameters(query);
        return random.nextInt(3) > 0 || address.length() > LONGEST
                ? who.send("list", "POST", path + "/query", query)
                : who.get("list by address", address);
    }

    /** The same as parameters of an address. */
    private static String parameters(Map<String, Object> query) {
        return query.entrySet().stream()
                .map(e -> e.getKey() + "="
                        + URLEncoder.encode(parameter(e.getKey(), e.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String parameter(String key, Object value) {
        return switch (key) {
            case "filter" -> Plain.write(value);
            case "fields", "sums" ->
                Plain.list(value).stream().map(String::valueOf).collect(Collectors.joining(","));
            case "sort" ->
                Plain.list(value).stream()
                        .map(Plain::map)
                        .map(k -> (Boolean.TRUE.equals(k.get("desc")) ? "-" : "") + k.get("path"))
                        .collect(Collectors.joining(","));
            default -> String.valueOf(value);
        };
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

    private void inOrder(Eye eye, String what, String entity, List<Key> keys, List<Map<String, Object>> answered) {
        Comparator<Entry> order = (a, b) -> 0;
        for (Key key : keys) {
            Comparator<Object> rising = Comparator.nullsLast(ListDoor::compare);
            boolean pick = key.path.kind() == Paths.Kind.PICK;
            Comparator<Entry> next = Comparator.comparing(
                    e -> {
                        Object value = eye.value(e, key.path.text());
                        return pick ? world.place(entity, key.path.text(), value) : value;
                    },
                    rising);
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
