package org.salacrm.core.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Row;

/**
 * Finds the records that cells name: by code, title, login, e-mail or tax id, many cells with one question per field.
 * Only records the caller may read are found.
 */
final class References {
    private static final List<String> KEYS = List.of("code", "login", "taxId", "email");
    private static final int MOST = 200;

    private final EntityTypes types;
    private final Queries queries;
    /** Entity to compared text to what was found. */
    private final Map<String, Map<String, Outcome>> known = new HashMap<>();

    References(EntityTypes types, Queries queries) {
        this.types = types;
        this.queries = queries;
    }

    /** Looks up all texts that are not known yet. */
    void prepare(String entity, Collection<String> texts) {
        Map<String, Outcome> found = known.computeIfAbsent(entity, e -> new HashMap<>());
        if (found.size() > 50_000) {
            found.clear(); // constant memory over millions of rows
        }
        List<String> open = texts.stream()
                .map(Clean::text)
                .filter(t -> !Clean.nothing(t) && !found.containsKey(Clean.key(t)))
                .distinct()
                .toList();
        for (int i = 0; i < open.size(); i += MOST) {
            ask(types.get(entity), open.subList(i, Math.min(i + MOST, open.size())), found);
        }
    }

    /** The id meant by a cell, after {@link #prepare}. */
    Outcome read(String entity, String text) {
        String clean = Clean.text(text);
        if (Clean.nothing(clean)) {
            return clean.isEmpty() ? Outcome.EMPTY : Outcome.emptied("import.repaired.nothing");
        }
        return known.getOrDefault(entity, Map.of()).getOrDefault(Clean.key(clean), unknown(entity));
    }

    private static Outcome unknown(String entity) {
        return Outcome.refused("import.reference.unknown", Map.of("entity", entity));
    }

    private void ask(EntityType type, List<String> texts, Map<String, Outcome> found) {
        texts.forEach(text -> found.put(Clean.key(text), unknown(type.name())));
        List<String> fields = Stream.concat(KEYS.stream(), Stream.of(type.title()))
                .filter(name -> type.field(name).filter(f -> f.isText()).isPresent())
                .distinct()
                .toList();
        for (String field : fields) {
            List<String> open = texts.stream()
                    .filter(t -> found.get(Clean.key(t)).isRefused())
                    .toList();
            if (!open.isEmpty()) {
                askBy(type, field, open, found);
            }
        }
    }

    private void askBy(EntityType type, String field, List<String> texts, Map<String, Outcome> found) {
        Map<String, Long> first = new HashMap<>();
        Map<String, Integer> count = new HashMap<>();
        Query question =
                Query.of(type.name(), field).where(Filter.in(field, texts)).limit(MOST);
        queries.each(question, row -> collect(row, first, count));
        first.forEach((key, id) -> found.put(
                key,
                count.get(key) == 1
                        ? Outcome.of(id)
                        : Outcome.refused("import.reference.several", Map.of("entity", type.name()))));
        if (type.name().equals("user") && field.equals(type.title())) {
            texts.stream().filter(t -> found.get(Clean.key(t)).isRefused()).forEach(t -> byFirstName(type, t, found));
        }
    }

    private static void collect(Row row, Map<String, Long> first, Map<String, Integer> count) {
        String key = Clean.key(Objects.toString(row.values().get(0), ""));
        first.putIfAbsent(key, row.id());
        count.merge(key, 1, Integer::sum);
    }

    /** Colleagues are called by their first names. */
    private void byFirstName(EntityType type, String text, Map<String, Outcome> found) {
        List<Row> rows = queries.page(Query.of(type.name(), type.title())
                        .where(Filter.where(type.title(), Op.STARTS_WITH, text + " "))
                        .limit(2))
                .rows();
        if (rows.size() == 1) {
            found.put(Clean.key(text), Outcome.of(rows.get(0).id()));
        }
    }
}
