package org.salacrm.rest.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Report;
import org.salacrm.api.query.Report.Dimension;
import org.salacrm.api.query.Report.Fact;
import org.salacrm.api.query.Report.Measure;
import org.salacrm.api.query.Report.Shaping;
import org.salacrm.api.query.Report.Top;
import org.salacrm.api.query.Sort;

/** Reads a question for numbers as JSON asks it; keys are those of {@link Report}, and none is guessed. */
final class ReportReader {

    private ReportReader() {}

    static Report read(Map<String, Object> body) {
        known(body, "a report", Set.of("dimensions", "facts", "expressions", "order", "shaping"));
        return new Report(
                list(body, "dimensions", ReportReader::dimension),
                map(body, "facts", ReportReader::fact),
                map(body, "expressions", ReportReader::arithmetic),
                list(body, "order", ReportReader::sort),
                body.get("shaping") == null ? Shaping.PLAIN : shaping(object(body.get("shaping"), "shaping")));
    }

    private static Dimension dimension(Object value) {
        Map<String, Object> body = object(value, "dimension");
        known(body, "a dimension", Set.of("name", "path", "bucket", "fill"));
        return new Dimension(
                text(body, "name"),
                text(body, "path"),
                optional(body, "bucket"),
                Boolean.TRUE.equals(body.get("fill")));
    }

    private static Fact fact(Object value) {
        Map<String, Object> body = object(value, "fact");
        known(body, "a fact", Set.of("entity", "filter", "paths", "measures", "date"));
        return new Fact(
                text(body, "entity"),
                filter(body),
                map(body, "paths", ReportReader::arithmetic),
                map(body, "measures", ReportReader::measure),
                optional(body, "date"));
    }

    private static Measure measure(Object value) {
        Map<String, Object> body = object(value, "measure");
        known(body, "a measure", Set.of("function", "of", "filter"));
        return new Measure(text(body, "function"), optional(body, "of"), filter(body));
    }

    private static Shaping shaping(Map<String, Object> body) {
        known(body, "shaping", Set.of("compare", "period", "cumulative", "pivot", "top"));
        Object top = body.get("top");
        return new Shaping(
                optional(body, "compare"),
                period(body.get("period")),
                list(body, "cumulative", ReportReader::arithmetic),
                optional(body, "pivot"),
                top == null ? Optional.empty() : Optional.of(top(object(top, "top"))));
    }

    private static Top top(Map<String, Object> body) {
        known(body, "top", Set.of("n", "by", "rest"));
        if (!(body.get("n") instanceof Integer n) || n < 1) {
            throw new MalformedQueryException("n", "must be a number above 0");
        }
        return new Top(n, text(body, "by"), Boolean.TRUE.equals(body.get("rest")));
    }

    private static List<Object> period(Object value) {
        if (value == null) {
            return List.of();
        }
        List<Object> period = new ArrayList<>();
        if (value instanceof List<?> list) {
            period.addAll(list);
        } else {
            period.add(value);
        }
        if (period.contains(null)) {
            throw new MalformedQueryException("period", "is a token or two dates");
        }
        return period;
    }

    private static Sort sort(Object value) {
        if (value instanceof String path) {
            return path.startsWith("-") ? Sort.down(path.substring(1)) : Sort.up(path);
        }
        Map<String, Object> body = object(value, "order");
        known(body, "a key of the order", Set.of("path", "desc"));
        return new Sort(text(body, "path"), Boolean.TRUE.equals(body.get("desc")));
    }

    private static Filter filter(Map<String, Object> body) {
        return body.get("filter") == null ? Filter.NONE : Filter.parse(body.get("filter"));
    }

    private static String arithmetic(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new MalformedQueryException("", "text is expected, not " + value);
    }

    private static <T> List<T> list(Map<String, Object> body, String key, Function<Object, T> item) {
        Object value = body.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            List<T> items = new ArrayList<>();
            list.forEach(one -> items.add(item.apply(one)));
            return items;
        }
        throw new MalformedQueryException(key, "must be a list");
    }

    private static <T> Map<String, T> map(Map<String, Object> body, String key, Function<Object, T> item) {
        Map<String, T> map = new LinkedHashMap<>();
        if (body.get(key) != null) {
            object(body.get(key), key).forEach((name, value) -> map.put(name, item.apply(value)));
        }
        return map;
    }

    @SuppressWarnings("unchecked") // the names of a JSON object are text
    private static Map<String, Object> object(Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new MalformedQueryException(what, "must be an object");
    }

    private static String text(Map<String, Object> body, String key) {
        if (body.get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new MalformedQueryException(key, "must be text");
    }

    private static String optional(Map<String, Object> body, String key) {
        return body.get(key) == null ? "" : text(body, key);
    }

    private static void known(Map<String, Object> body, String what, Set<String> keys) {
        for (String key : body.keySet()) {
            if (!keys.contains(key)) {
                throw new MalformedQueryException(key, "unknown key of " + what);
            }
        }
    }
}
