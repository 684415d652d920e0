package org.salacrm.rest.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Sort;
import org.salacrm.rest.json.Json;

/** Reads questions for rows, as a body or as parameters of an address. */
@Component(service = Questions.class)
public final class Questions {
    private static final Set<String> KEYS =
            Set.of("fields", "filter", "text", "textField", "sort", "limit", "after", "count", "sums");
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final int MAX_PATHS = 500;

    private final EntityTypes types;

    @Activate
    public Questions(@Reference EntityTypes types) {
        this.types = types;
    }

    /** A question as a body asks it. */
    public Query read(String entity, Map<String, Object> body) {
        for (String key : body.keySet()) {
            if (!KEYS.contains(key)) {
                throw new MalformedQueryException(key, "unknown key of a query");
            }
        }
        EntityType type = types.get(entity);
        List<String> fields = texts(body, "fields");
        Filter filter = body.get("filter") == null ? Filter.NONE : Filter.parse(body.get("filter"));
        return new Query(
                entity,
                fields.isEmpty() ? listed(type) : fields,
                filter.and(matches(text(body, "text"), text(body, "textField"))),
                sort(body.get("sort")),
                limit(body.get("limit")),
                text(body, "after"),
                count(body.get("count")),
                texts(body, "sums"));
    }

    /** The same as parameters: lists are comma-separated, a minus sorts down, the filter is JSON. */
    public Query read(String entity, HttpServletRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (String key : request.getParameterMap().keySet()) {
            String value = request.getParameter(key);
            if (value.isBlank()) {
                continue;
            }
            body.put(
                    key,
                    switch (key) {
                        case "fields", "sums" -> list(value);
                        case "filter" -> Json.parse(value);
                        case "sort" ->
                            list(value).stream().map(Questions::order).toList();
                        case "limit" -> number(value);
                        case "count" -> value.equals("exact") ? value : Boolean.valueOf(value);
                        default -> value;
                    });
        }
        return read(entity, body);
    }

    static List<String> list(String value) {
        return Arrays.stream(value.split(","))
                .map(String::trim)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private static Map<String, Object> order(String key) {
        boolean down = key.startsWith("-");
        return Map.of("path", down ? key.substring(1) : key, "desc", down);
    }

    private static Object number(String value) {
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException e) {
            throw new MalformedQueryException("limit", "must be a number");
        }
    }

    /** What a list shows when nothing is asked for: the title and the listed fields. */
    static List<String> listed(EntityType type) {
        List<String> names = new ArrayList<>();
        if (!type.title().isEmpty() && type.titleField() != null) {
            names.add(type.title());
        }
        type.fields().stream()
                .filter(f -> f.flags().listed() && !names.contains(f.name()))
                .map(FieldType::name)
                .forEach(names::add);
        return names;
    }

    private static Filter matches(String text, String field) {
        return text.isBlank() ? Filter.NONE : Filter.where(field.isEmpty() ? "*" : field, Op.MATCHES, text.trim());
    }

    private static List<Sort> sort(Object value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new MalformedQueryException("sort", "must be a list");
        }
        return list.stream().map(Questions::key).toList();
    }

    private static Sort key(Object value) {
        if (value instanceof Map<?, ?> map && map.get("path") instanceof String path) {
            Object desc = map.get("desc");
            if (desc == null || desc instanceof Boolean) {
                return new Sort(path, Boolean.TRUE.equals(desc));
            }
        }
        throw new MalformedQueryException("sort", "a key is {path, desc}");
    }

    private static int limit(Object value) {
        if (value == null) {
            return DEFAULT_LIMIT;
        }
        if (value instanceof Integer limit && limit >= 1 && limit <= MAX_LIMIT) {
            return limit;
        }
        throw new MalformedQueryException("limit", "must be a number from 1 to " + MAX_LIMIT);
    }

    private static Query.Count count(Object value) {
        if (value == null || value.equals(false)) {
            return Query.Count.NONE;
        }
        if (value.equals(true)) {
            return Query.Count.CAPPED;
        }
        if (value.equals("exact")) {
            return Query.Count.EXACT;
        }
        throw new MalformedQueryException("count", "is true, false or \"exact\"");
    }

    private static String text(Map<String, Object> body, String key) {
        Object value = body.getOrDefault(key, "");
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text;
        }
        throw new MalformedQueryException(key, "must be text");
    }

    private static List<String> texts(Map<String, Object> body, String key) {
        Object value = body.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)
                || list.size() > MAX_PATHS
                || !list.stream().allMatch(String.class::isInstance)) {
            throw new MalformedQueryException(key, "must be a list of at most " + MAX_PATHS + " paths");
        }
        return list.stream().map(String.class::cast).toList();
    }
}
