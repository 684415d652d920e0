package org.salacrm.core.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.Lifecycle;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Rights;
import org.salacrm.core.record.PlainValues;

/**
 * What a copy of a record begins with: what people entered of it, without what belongs to this one record alone. What
 * no two may have the same is left empty, or counted on where it must be there.
 */
@Component(service = Likeness.class)
public class Likeness {
    private static final Caller PRODUCT = Caller.system("copy");
    /** A copy belongs to whoever makes it. */
    private static final Set<String> OF_THE_RECORD = Set.of("owner", "team");

    private static final int MOST = 1000;

    private final Queries queries;
    private final EntityTypes types;
    private final Registry registry;
    private final Callers callers;
    private final Rights rights;

    @Activate
    public Likeness(
            @Reference Queries queries,
            @Reference EntityTypes types,
            @Reference Registry registry,
            @Reference Callers callers,
            @Reference Rights rights) {
        this.queries = queries;
        this.types = types;
        this.registry = registry;
        this.callers = callers;
        this.rights = rights;
    }

    static Set<String> parts(EntityType type) {
        return type.fields().stream()
                .filter(FieldType::isParts)
                .map(FieldType::name)
                .collect(Collectors.toSet());
    }

    /** @param other values that the copy has in place of the record's */
    Map<String, Object> of(EntityType type, long id, Set<String> parts, Map<String, Object> other) {
        Set<String> states = states(type);
        Caller caller = callers.current();
        List<String> names = type.fields().stream()
                .filter(field -> field.isParts() ? parts.contains(field.name()) : isEntered(field))
                .map(FieldType::name)
                .filter(name -> !states.contains(name) && !OF_THE_RECORD.contains(name))
                .filter(name -> rights.field(caller, type.name(), name) == Access.WRITE)
                .toList();
        Row row = queries.one(type.name(), id, names).orElseThrow(() -> new AbsentRecordException(type.name(), id));
        Map<String, Object> like = new LinkedHashMap<>();
        PlainValues.of(type, names, row).forEach((name, value) -> {
            if (value != null) {
                like.put(
                        name,
                        value instanceof List<?> list ? parts(type.byName().get(name), list) : value);
            }
        });
        like.putAll(numbered(type, row, names));
        like.putAll(other);
        return like;
    }

    private static boolean isEntered(FieldType field) {
        boolean alone = field.flags().unique() && !field.flags().required();
        return !field.flags().readOnly()
                && !field.flags().hidden()
                && !alone
                && !field.kind().equals(Kind.TAX_ID);
    }

    private Set<String> states(EntityType type) {
        return registry.all(Lifecycle.class).stream()
                .filter(cycle -> cycle.entity().equals(type.name()))
                .map(Lifecycle::field)
                .collect(Collectors.toSet());
    }

    /** Rows of parts become new ones; their pictures are files of the other record. */
    private List<?> parts(FieldType field, List<?> rows) {
        if (!field.isParts()) {
            return rows;
        }
        EntityType part = types.get(field.part());
        Set<String> kept = part.fields().stream()
                .filter(inner -> isEntered(inner) && !inner.kind().equals(Kind.PICTURE))
                .map(FieldType::name)
                .collect(Collectors.toSet());
        return rows.stream()
                .map(row -> {
                    Map<String, Object> fresh = new LinkedHashMap<>();
                    ((Map<?, ?>) row).forEach((name, value) -> {
                        if (kept.contains(String.valueOf(name)) && value != null) {
                            fresh.put(String.valueOf(name), value);
                        }
                    });
                    return fresh;
                })
                .toList();
    }

    /** What must be there and may be there only once gets the next number that is free. */
    private Map<String, Object> numbered(EntityType type, Row row, List<String> names) {
        Map<String, Object> numbered = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            FieldType field = type.byName().get(names.get(i));
            if (field.flags().unique() && row.values().get(i) instanceof String text) {
                numbered.put(field.name(), free(type, field, text));
            }
        }
        return numbered;
    }

    private String free(EntityType type, FieldType field, String text) {
        return IntStream.range(2, MOST)
                .mapToObj(number -> {
                    String end = " " + number;
                    int room = field.size() == 0 ? text.length() : Math.min(text.length(), field.size() - end.length());
                    return text.substring(0, room) + end;
                })
                .filter(candidate ->
                        callers.as(PRODUCT, () -> queries.count(type.name(), Filter.eq(field.name(), candidate))) == 0)
                .findFirst()
                .orElse(text);
    }
}
