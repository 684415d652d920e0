package org.salacrm.itest.rights;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.salacrm.itest.rights.Paths.Kind;
import org.salacrm.itest.rights.Paths.Path;

/** Groups and numbers, and the records that a number opens. */
final class ReportDoor implements Door {
    private final Asking asking;
    private final Findings findings;
    private final RandomFilter filters;

    ReportDoor(Asking asking) {
        this.asking = asking;
        this.findings = asking.findings();
        this.filters = new RandomFilter(asking.world(), asking.random());
    }

    private record Measure(String function, Path of, Optional<RandomFilter.Asked> filter) {
        Map<String, Object> tree() {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("function", function);
            if (!function.equals("count")) {
                tree.put("of", of.text());
            }
            filter.ifPresent(f -> tree.put("filter", f.tree()));
            return tree;
        }
    }

    @Override
    public void ask(Colleague who) {
        String entity = asking.pick(World.KINDS).entity();
        List<Path> dimensions = IntStream.range(0, asking.random().nextInt(3))
                .mapToObj(i -> Paths.any(entity, asking.random(), Kind.PICK, Kind.REF, Kind.BOOL, Kind.DATE, Kind.ANY))
                .distinct()
                .toList();
        List<Measure> measures = IntStream.rangeClosed(0, asking.random().nextInt(3))
                .mapToObj(i -> measure(entity))
                .toList();
        RandomFilter.Asked filter = filters.any(entity);
        Map<String, Object> report = report(entity, dimensions, measures, filter);
        String what = who + " asks " + Plain.write(report);
        Colleague.Answer answer = who.send("report", "POST", "/api/query", report);
        if (!answer.is(200)) {
            findings.differ(what + " answered " + answer);
            return;
        }
        Map<List<Object>, List<Entry>> groups = groups(who.eye, entity, dimensions, filter);
        Map<List<Object>, List<Object>> expected = new HashMap<>();
        groups.forEach((key, all) -> expected.put(
                key,
                new ArrayList<>(
                        measures.stream().map(m -> number(who.eye, all, m)).toList())));
        emptyWhatIsHidden(who.eye, entity, measures, expected);
        findings.same(what, expected, rows(answer, dimensions.size()));
        drill(who, what, answer, measures, groups);
    }

    private Measure measure(String entity) {
        String function = asking.pick(List.of("count", "countDistinct", "sum", "sum", "avg", "min", "max"));
        Path of = Paths.any(entity, asking.random(), Kind.NUMBER);
        return new Measure(
                function, of, asking.random().nextInt(3) == 0 ? Optional.of(filters.any(entity)) : Optional.empty());
    }

    private static Map<String, Object> report(
            String entity, List<Path> dimensions, List<Measure> measures, RandomFilter.Asked filter) {
        List<Map<String, Object>> columns = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            Map<String, Object> column = new LinkedHashMap<>(
                    Map.of("name", "d" + i, "path", dimensions.get(i).text()));
            if (dimensions.get(i).kind() == Kind.DATE) {
                column.put("bucket", "month");
            }
            columns.add(column);
        }
        Map<String, Object> numbers = new LinkedHashMap<>();
        measures.forEach(m -> numbers.put("m" + numbers.size(), m.tree()));
        return Map.of(
                "dimensions",
                columns,
                "facts",
                Map.of("fact", Map.of("entity", entity, "filter", filter.tree(), "measures", numbers)));
    }

    private static Map<List<Object>, List<Entry>> groups(
            Eye eye, String entity, List<Path> dimensions, RandomFilter.Asked filter) {
        Map<List<Object>, List<Entry>> groups = new HashMap<>();
        if (dimensions.isEmpty()) {
            groups.put(List.of(), new ArrayList<>());
        }
        eye.all(entity).stream().filter(e -> filter.passes(eye, e)).forEach(e -> {
            List<Object> key = new ArrayList<>();
            dimensions.forEach(d -> key.add(grouped(d, eye.value(e, d.text()))));
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(e);
        });
        return groups;
    }

    private static Object grouped(Path path, Object value) {
        return path.kind() == Kind.DATE && value != null
                ? LocalDate.parse(value.toString()).withDayOfMonth(1).toString()
                : value;
    }

    private static Object number(Eye eye, List<Entry> group, Measure measure) {
        List<Entry> passing = group.stream()
                .filter(e -> measure.filter.isEmpty() || measure.filter.get().passes(eye, e))
                .toList();
        if (measure.function.equals("count")) {
            return Plain.number(BigDecimal.valueOf(passing.size()));
        }
        List<BigDecimal> values = passing.stream()
                .map(e -> (BigDecimal) eye.value(e, measure.of.text()))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (measure.function) {
            case "countDistinct" ->
                Plain.number(BigDecimal.valueOf(values.stream().distinct().count()));
            case "sum" -> Plain.number(sum);
            case "min" -> values.isEmpty() ? null : values.get(0);
            case "max" -> values.isEmpty() ? null : values.get(values.size() - 1);
            default ->
                values.isEmpty()
                        ? null
                        : Plain.number(sum.divide(BigDecimal.valueOf(values.size()), 10, RoundingMode.HALF_UP));
        };
    }

    private static Map<List<Object>, List<Object>> rows(Colleague.Answer answer, int dimensions) {
        Map<List<Object>, List<Object>> rows = new HashMap<>();
        for (Object row : Plain.list(answer.get("rows"))) {
            List<Object> cells = Plain.list(row);
            rows.put(
                    new ArrayList<>(cells.subList(0, dimensions)),
                    new ArrayList<>(cells.subList(dimensions, cells.size())));
        }
        return rows;
    }

    /** A sum over what is hidden from him everywhere is empty instead of zero. */
    private static void emptyWhatIsHidden(
            Eye eye, String entity, List<Measure> measures, Map<List<Object>, List<Object>> expected) {
        for (List<Object> numbers : expected.values()) {
            for (int i = 0; i < measures.size(); i++) {
                Measure measure = measures.get(i);
                if (measure.function.equals("sum")
                        && hidden(eye, entity, measure.of.text())
                        && isZero(numbers.get(i))) {
                    numbers.set(i, null);
                }
            }
        }
    }

    private static boolean isZero(Object number) {
        return number instanceof BigDecimal n && n.signum() == 0;
    }

    /** Whether nothing at the end of a path can be seen, whatever the records. */
    private static boolean hidden(Eye eye, String entity, String path) {
        String[] names = path.split("\\.");
        String at = entity;
        for (int i = 0; i < names.length; i++) {
            boolean free = i > 0 && names[i].equals(World.title(at));
            if (!free && (!eye.sees(at, names[i]) || i > 0 && !eye.has(at, "read"))) {
                return true;
            }
            at = names[i].equals("owner") ? "user" : "account";
        }
        return false;
    }

    private void drill(
            Colleague who,
            String what,
            Colleague.Answer answer,
            List<Measure> measures,
            Map<List<Object>, List<Entry>> groups) {
        List<Object> rows = Plain.list(answer.get("rows"));
        if (rows.isEmpty()) {
            return;
        }
        int row = asking.random().nextInt(rows.size());
        int column = asking.random().nextInt(measures.size());
        Map<String, Object> drill =
                Plain.map(Plain.list(Plain.list(answer.get("drill")).get(row)).get(column));
        List<Object> cells = Plain.list(rows.get(row));
        List<Object> key = cells.subList(0, cells.size() - measures.size());
        Measure measure = measures.get(column);
        TreeSet<Long> expected = groups.getOrDefault(key, List.of()).stream()
                .filter(e -> measure.filter.isEmpty() || measure.filter.get().passes(who.eye, e))
                .map(e -> e.id)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Object> query =
                Map.of("fields", List.of("owner"), "filter", drill.get("filter"), "limit", 200, "count", "exact");
        Colleague.Answer opened = who.send("drill", "POST", "/api/records/" + drill.get("entity") + "/query", query);
        TreeSet<Long> told = Plain.list(opened.get("items")).stream()
                .map(item -> Plain.number(Plain.map(item).get("id")))
                .collect(Collectors.toCollection(TreeSet::new));
        findings.same(
                what + "\n    opens " + key + " " + measure + " " + drill,
                expected.size(),
                told.size() < 200
                        ? told.size()
                        : Integer.parseInt(
                                Plain.map(opened.get("total")).get("value").toString()));
        if (expected.size() < 200) {
            findings.same(what + "\n    opens " + key + " " + drill, expected, told);
        }
    }
}
