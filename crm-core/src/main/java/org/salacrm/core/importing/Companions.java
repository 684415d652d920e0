package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.importing.Imports.Problem;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Query;
import org.salacrm.core.record.Writes;

/**
 * Records of another kind that rows bring along, such as the company of a contact, which repeats from row to row: found
 * by code, tax id or name, or made with the first row that needs them. What is there already is not changed.
 */
final class Companions {
    private static final List<String> NUMBERS = List.of("code", "taxId");

    private final String entity;
    private final RowMapper mapper;
    private final References references;
    private final Writes writes;

    /** What is there of each reference, the ones made for earlier rows of the batch among them. */
    private final Map<String, List<Known>> known = new HashMap<>();

    /**
     * @param values of the fields by which it is found again
     * @param merged its title where these are those of another one that went into it
     */
    private record Known(long id, Map<String, Object> values, String merged) {}

    /** A record that is to be made, and the rows that need it. */
    private record Fresh(Map<String, Object> values, List<RowMapper.Mapped> rows) {}

    /** @param entity of the rows */
    Companions(String entity, RowMapper mapper, References references, Writes writes) {
        this.entity = entity;
        this.mapper = mapper;
        this.references = references;
        this.writes = writes;
    }

    /** Gives the rows of a batch those of their companions that are there, before any of them is written. */
    void find(List<RowMapper.Mapped> rows) {
        known.clear();
        rows.stream().flatMap(row -> row.along().keySet().stream()).distinct().forEach(field -> {
            List<RowMapper.Mapped> with =
                    rows.stream().filter(row -> isOpen(row, field)).toList();
            known.put(field, stored(field, with));
            with.forEach(row -> give(row, field));
        });
    }

    /**
     * Makes what the rows still lack, shortly before they are written.
     *
     * @param problems what was made, and what was refused
     * @return the rows that have all they need
     */
    List<RowMapper.Mapped> make(List<RowMapper.Mapped> rows, List<Problem> problems) {
        List<RowMapper.Mapped> lacking = new ArrayList<>();
        rows.stream().flatMap(row -> row.along().keySet().stream()).distinct().forEach(field -> {
            List<Fresh> fresh = fresh(rows, field);
            List<Writes.Made> made = writes.createAll(
                    type(field).name(), fresh.stream().map(Fresh::values).toList());
            for (int i = 0; i < fresh.size(); i++) {
                lacking.addAll(tell(field, fresh.get(i), made.get(i), problems));
            }
        });
        return rows.stream().filter(row -> !lacking.contains(row)).toList();
    }

    /** Rows that need the same one get one together; each adds what those above do not say. */
    private List<Fresh> fresh(List<RowMapper.Mapped> rows, String field) {
        List<String> keys = keys(type(field));
        List<Fresh> all = new ArrayList<>();
        for (RowMapper.Mapped row : rows) {
            if (isOpen(row, field)) {
                give(row, field); // made for a row above
            }
            if (isOpen(row, field)) {
                Map<String, Object> wanted = row.along().get(field);
                Fresh fresh = all.stream()
                        .filter(one -> isSame(keys, one.values(), wanted))
                        .findFirst()
                        .orElseGet(() -> {
                            Fresh first = new Fresh(new LinkedHashMap<>(), new ArrayList<>());
                            first.values().putAll(row.ofNew());
                            first.values().keySet().retainAll(List.of(ImportRules.OWNER, ImportRules.TEAM));
                            all.add(first);
                            return first;
                        });
                wanted.forEach(fresh.values()::putIfAbsent);
                fresh.rows().add(row);
            }
        }
        return all;
    }

    private List<RowMapper.Mapped> tell(String field, Fresh fresh, Writes.Made made, List<Problem> problems) {
        if (made.saved().isEmpty()) {
            made.refusal().ifPresent(why -> fresh.rows()
                    .forEach(row -> problems.addAll(mapper.told().problems(row.row(), field + ".", why))));
            return fresh.rows();
        }
        long id = made.saved().get().id();
        known.get(field).add(new Known(id, fresh.values(), ""));
        fresh.rows().forEach(row -> row.values().put(field, id));
        String title = type(field).title();
        String path = field + "." + title;
        Object name = fresh.values().getOrDefault(title, "");
        problems.add(
                mapper.told().repaired(fresh.rows().get(0).row(), path, "import.repaired.made", Map.of("to", name)));
        return List.of();
    }

    private static boolean isOpen(RowMapper.Mapped row, String field) {
        return row.along().containsKey(field) && !row.values().containsKey(field) && !row.refused();
    }

    private void give(RowMapper.Mapped row, String field) {
        EntityType type = type(field);
        List<Known> all = known.get(field).stream()
                .filter(one -> isSame(keys(type), one.values(), row.along().get(field)))
                .toList();
        List<Known> there = all.stream().filter(one -> one.merged().isEmpty()).toList();
        List<Known> same = there.isEmpty() ? all : there;
        if (same.stream().map(Known::id).distinct().count() == 1) {
            row.values().put(field, same.get(0).id());
            String into = same.get(0).merged();
            if (!into.isEmpty()) {
                row.problems()
                        .add(mapper.told()
                                .repaired(
                                        row.row(), field + "." + type.title(), References.MERGED, Map.of("to", into)));
            }
        } else if (same.size() > 1) {
            Outcome several = references.refused(type.name(), "several");
            row.problems()
                    .add(mapper.told()
                            .problem(row.row(), field + "." + type.title(), several.refusal(), several.values()));
        }
    }

    /** The first of the keys that both have decides: two companies of one name may have two tax ids. */
    private static boolean isSame(List<String> keys, Map<String, Object> one, Map<String, Object> other) {
        return keys.stream()
                .filter(key -> one.get(key) != null && other.get(key) != null)
                .findFirst()
                .filter(key -> same(one.get(key)).equals(same(other.get(key))))
                .isPresent();
    }

    private static String same(Object value) {
        return Clean.same(value.toString());
    }

    private List<Known> stored(String field, List<RowMapper.Mapped> rows) {
        EntityType type = type(field);
        List<String> keys = keys(type);
        Filter[] named = keys.stream()
                .map(key -> Filter.in(
                        key, spellings(rows, row -> row.along().get(field).get(key))))
                .filter(filter -> !((Filter.Compare) filter).values().isEmpty())
                .toArray(Filter[]::new);
        List<Known> found = new ArrayList<>();
        if (named.length == 0) {
            return found;
        }
        Query question = Query.of(type.name(), keys.toArray(String[]::new)).where(Filter.any(named));
        references.queries().each(question, row -> {
            Map<String, Object> values = new HashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                Object value = row.values().get(i);
                if (value != null && !value.equals("")) {
                    values.put(keys.get(i), value);
                }
            }
            found.add(new Known(row.id(), values, ""));
        });
        keys.forEach(key -> references
                .names()
                .named(type.name(), key, spellings(rows, row -> row.along()
                        .get(field)
                        .get(key)))
                .forEach(former -> found.add(new Known(
                        former.into().id(),
                        new HashMap<>(former.values()),
                        former.into().label()))));
        return found;
    }

    private static List<String> spellings(List<RowMapper.Mapped> rows, Function<RowMapper.Mapped, Object> value) {
        return rows.stream()
                .map(value)
                .filter(Objects::nonNull)
                .flatMap(text -> Clean.spellings(text.toString()).stream())
                .distinct()
                .toList();
    }

    private EntityType type(String field) {
        EntityTypes types = references.types();
        return types.get(types.get(entity).byName().get(field).ref());
    }

    /** By which a record is found again, the surest first. */
    static List<String> keys(EntityType type) {
        return Stream.concat(NUMBERS.stream(), Stream.of(type.title()))
                .filter(name -> type.field(name).filter(FieldType::isText).isPresent())
                .distinct()
                .toList();
    }
}
