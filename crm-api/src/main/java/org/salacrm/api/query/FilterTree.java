package org.salacrm.api.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tree form of filters, as JSON and YAML give it. */
final class FilterTree {
    private static final int MAX_DEPTH = 12;
    private static final int MAX_VALUES = 1000;
    /** Values told of many. */
    private static final int FEW = 5;

    private FilterTree() {}

    static Filter read(Object tree, int depth) {
        if (depth > MAX_DEPTH) {
            throw new MalformedQueryException("", "filter deeper than " + MAX_DEPTH);
        }
        if (!(tree instanceof Map<?, ?> map)) {
            throw new MalformedQueryException("", "a filter is an object, not " + tree);
        }
        if (map.containsKey("field")) {
            return compare(map);
        }
        if (map.size() != 1) {
            throw new MalformedQueryException(
                    "", "a filter has one of all, any, not, exists or field, not " + map.keySet());
        }
        var entry = map.entrySet().iterator().next();
        return switch (String.valueOf(entry.getKey())) {
            case "all" -> new Filter.All(list(entry.getValue(), depth));
            case "any" -> new Filter.Any(list(entry.getValue(), depth));
            case "not" -> new Filter.Not(read(entry.getValue(), depth + 1));
            case "exists" -> exists(entry.getValue(), depth);
            default -> throw new MalformedQueryException(String.valueOf(entry.getKey()), "unknown kind of filter");
        };
    }

    private static Filter exists(Object body, int depth) {
        if (!(body instanceof Map<?, ?> map)) {
            throw new MalformedQueryException("exists", "needs entity and via");
        }
        Object filter = map.get("filter");
        return new Filter.Exists(
                text(map, "entity"), text(map, "via"), filter == null ? Filter.NONE : read(filter, depth + 1));
    }

    private static Filter compare(Map<?, ?> map) {
        for (Object key : map.keySet()) {
            if (!Set.of("field", "op", "value").contains(key)) {
                throw new MalformedQueryException(String.valueOf(key), "unknown key of a comparison");
            }
        }
        String path = text(map, "field");
        Object op = map.containsKey("op") ? map.get("op") : Op.EQ;
        if (!(op instanceof String name) || !Op.ALL.contains(name)) {
            throw new MalformedQueryException(path, "unknown operator " + op);
        }
        return new Filter.Compare(path, name, values(path, name, map.get("value")));
    }

    private static List<Object> values(String path, String op, Object value) {
        List<Object> values = new ArrayList<>();
        if (value instanceof List<?> list) {
            values.addAll(list);
        } else if (value != null) {
            values.add(value);
        }
        int needed = op.equals(Op.BETWEEN) ? 2 : op.equals(Op.EMPTY) || op.equals(Op.NOT_EMPTY) ? 0 : 1;
        boolean many = op.equals(Op.IN) || op.equals(Op.NOT_IN);
        if (values.contains(null) || values.size() > MAX_VALUES || !many && values.size() != needed) {
            throw new MalformedQueryException(path, "operator " + op + " cannot take " + told(value, values));
        }
        return values;
    }

    /** Of many values the number and the first few. */
    private static String told(Object value, List<Object> values) {
        return values.size() <= FEW
                ? "the value " + value
                : values.size() + " values: " + values.subList(0, FEW) + " …; it takes at most " + MAX_VALUES;
    }

    private static List<Filter> list(Object body, int depth) {
        if (!(body instanceof List<?> list)) {
            throw new MalformedQueryException("", "all and any take a list of filters");
        }
        return list.stream().map(f -> read(f, depth + 1)).toList();
    }

    private static String text(Map<?, ?> map, String key) {
        if (map.get(key) instanceof String s && !s.isBlank()) {
            return s;
        }
        throw new MalformedQueryException(key, "must be text");
    }

    static Map<String, Object> write(Filter filter) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (filter instanceof Filter.All all) {
            out.put("all", all.filters().stream().map(FilterTree::write).toList());
        } else if (filter instanceof Filter.Any any) {
            out.put("any", any.filters().stream().map(FilterTree::write).toList());
        } else if (filter instanceof Filter.Not not) {
            out.put("not", write(not.filter()));
        } else if (filter instanceof Filter.Exists exists) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("entity", exists.entity());
            body.put("via", exists.via());
            body.put("filter", write(exists.filter()));
            out.put("exists", body);
        } else if (filter instanceof Filter.Compare compare) {
            out.put("field", compare.path());
            out.put("op", compare.op());
            if (!compare.values().isEmpty()) {
                boolean single = compare.values().size() == 1
                        && !compare.op().equals(Op.IN)
                        && !compare.op().equals(Op.NOT_IN);
                out.put("value", single ? compare.values().get(0) : compare.values());
            }
        }
        return out;
    }
}
