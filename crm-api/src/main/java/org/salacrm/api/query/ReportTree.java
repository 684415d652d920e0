package org.salacrm.api.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tree form of reports, as JSON and YAML give it: the components of the records by their names. */
final class ReportTree {

    private ReportTree() {}

    static Report read(Object tree) {
        Map<?, ?> map = map(tree, "", Set.of("dimensions", "facts", "expressions", "order", "shaping"));
        Map<String, Report.Fact> facts = new LinkedHashMap<>();
        open(map.get("facts"), "facts").forEach((name, fact) -> facts.put(name, fact(fact, "facts." + name)));
        Map<String, String> expressions = new LinkedHashMap<>();
        open(map.get("expressions"), "expressions").forEach((name, text) -> expressions.put(name, text(text, name)));
        return new Report(
                list(map.get("dimensions"), "dimensions").stream()
                        .map(ReportTree::dimension)
                        .toList(),
                facts,
                expressions,
                list(map.get("order"), "order").stream().map(ReportTree::sort).toList(),
                shaping(map.get("shaping")));
    }

    private static Report.Dimension dimension(Object tree) {
        Map<?, ?> map = map(tree, "dimensions", Set.of("name", "path", "bucket", "fill"));
        String path = text(map.get("path"), "dimensions.path");
        String name = map.containsKey("name") ? text(map.get("name"), "dimensions.name") : path;
        return new Report.Dimension(name, path, optional(map.get("bucket"), "bucket"), flag(map.get("fill"), "fill"));
    }

    private static Report.Fact fact(Object tree, String place) {
        Map<?, ?> map = map(tree, place, Set.of("entity", "filter", "paths", "measures", "date"));
        Map<String, String> paths = new LinkedHashMap<>();
        open(map.get("paths"), place + ".paths").forEach((name, path) -> paths.put(name, text(path, name)));
        Map<String, Report.Measure> measures = new LinkedHashMap<>();
        open(map.get("measures"), place + ".measures")
                .forEach((name, measure) -> measures.put(name, measure(measure, place + ".measures." + name)));
        return new Report.Fact(
                text(map.get("entity"), place + ".entity"),
                filter(map.get("filter")),
                paths,
                measures,
                optional(map.get("date"), place + ".date"));
    }

    private static Report.Measure measure(Object tree, String place) {
        Map<?, ?> map = map(tree, place, Set.of("function", "of", "filter"));
        return new Report.Measure(
                text(map.get("function"), place + ".function"),
                optional(map.get("of"), place + ".of"),
                filter(map.get("filter")));
    }

    private static Report.Shaping shaping(Object tree) {
        if (tree == null) {
            return Report.Shaping.PLAIN;
        }
        Map<?, ?> map = map(tree, "shaping", Set.of("compare", "period", "cumulative", "pivot", "top", "having"));
        Object period = map.get("period");
        return new Report.Shaping(
                optional(map.get("compare"), "compare"),
                period instanceof String ? List.of(period) : List.copyOf(list(period, "period")),
                list(map.get("cumulative"), "cumulative").stream()
                        .map(name -> text(name, "cumulative"))
                        .toList(),
                optional(map.get("pivot"), "pivot"),
                top(map.get("top")),
                filter(map.get("having")));
    }

    private static Optional<Report.Top> top(Object tree) {
        if (tree == null) {
            return Optional.empty();
        }
        Map<?, ?> map = map(tree, "top", Set.of("n", "by", "rest"));
        if (!(map.get("n") instanceof Integer n) || n < 1) {
            throw new MalformedQueryException("top.n", "must be a number above zero");
        }
        return Optional.of(new Report.Top(n, text(map.get("by"), "top.by"), flag(map.get("rest"), "top.rest")));
    }

    /** A path, with a minus before it for the greatest first, or an object of path and desc. */
    private static Sort sort(Object tree) {
        if (tree instanceof String path) {
            return path.startsWith("-") ? Sort.down(path.substring(1)) : Sort.up(path);
        }
        Map<?, ?> map = map(tree, "order", Set.of("path", "desc"));
        return new Sort(text(map.get("path"), "order.path"), flag(map.get("desc"), "order.desc"));
    }

    private static Filter filter(Object tree) {
        return tree == null ? Filter.NONE : Filter.parse(tree);
    }

    private static Map<?, ?> map(Object tree, String place, Set<String> keys) {
        if (!(tree instanceof Map<?, ?> map)) {
            throw new MalformedQueryException(place, "needs keys: " + String.join(", ", keys));
        }
        for (Object key : map.keySet()) {
            if (!(key instanceof String name) || !keys.contains(name)) {
                throw new MalformedQueryException(place, "there is no key " + key + "; known are " + keys);
            }
        }
        return map;
    }

    /** A map whose keys are names somebody chose. */
    private static Map<String, Object> open(Object tree, String place) {
        Map<String, Object> entries = new LinkedHashMap<>();
        if (tree != null) {
            if (!(tree instanceof Map<?, ?> map)) {
                throw new MalformedQueryException(place, "needs names with values");
            }
            map.forEach((key, value) -> entries.put(text(key, place), value));
        }
        return entries;
    }

    private static List<Object> list(Object tree, String place) {
        if (tree == null) {
            return List.of();
        }
        if (!(tree instanceof List<?> list) || list.contains(null)) {
            throw new MalformedQueryException(place, "needs a list");
        }
        return new ArrayList<>(list);
    }

    private static String text(Object tree, String place) {
        if (tree instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new MalformedQueryException(place, "must be text");
    }

    private static String optional(Object tree, String place) {
        return tree == null || "".equals(tree) ? "" : text(tree, place);
    }

    private static boolean flag(Object tree, String place) {
        if (tree == null || tree instanceof Boolean) {
            return Boolean.TRUE.equals(tree);
        }
        throw new MalformedQueryException(place, "must be true or false");
    }
}
