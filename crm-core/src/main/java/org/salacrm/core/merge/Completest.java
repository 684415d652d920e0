package org.salacrm.core.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Rights;
import org.salacrm.core.record.Ancestors;
import org.salacrm.core.record.PlainValues;
import org.salacrm.core.store.Tx;

/**
 * What makes one record of several the most complete: its own values, where it has none those of the one that was
 * changed last, and of lists everything that any of them has.
 */
@Component(service = Completest.class)
public class Completest {
    private static final List<String> ID = List.of("id");
    private static final Set<String> BOOKKEEPING = Set.of("id", "version", "position");

    private final Queries queries;
    private final EntityTypes types;
    private final Rights rights;
    private final Callers callers;
    private final Ancestors ancestors;

    @Activate
    public Completest(
            @Reference Queries queries,
            @Reference EntityTypes types,
            @Reference Rights rights,
            @Reference Callers callers,
            @Reference Tx tx) {
        this.queries = queries;
        this.types = types;
        this.rights = rights;
        this.callers = callers;
        this.ancestors = new Ancestors(tx);
    }

    /** @param ids the one that stays first; values are answered only where they change it and he may write them */
    Map<String, Object> of(EntityType type, List<Long> ids) {
        List<FieldType> fields = type.fields().stream()
                .filter(field -> !field.flags().hidden())
                .filter(field -> !field.name().equals("owner") && !field.name().equals("team"))
                .filter(field -> isWritable(type.name(), field))
                .toList();
        List<String> names =
                new ArrayList<>(fields.stream().map(FieldType::name).toList());
        names.add("modifiedAt");
        List<Map<String, Object>> all = new ArrayList<>();
        for (Long id : ids) {
            Row row = queries.one(type.name(), id, names).orElseThrow(() -> new AbsentRecordException(type.name(), id));
            all.add(PlainValues.of(type, names, row));
        }
        Map<String, Object> stays = all.remove(0);
        all.sort(Comparator.comparing((Map<String, Object> one) -> String.valueOf(one.get("modifiedAt")))
                .reversed());
        Map<String, Object> values = new LinkedHashMap<>();
        for (FieldType field : fields) {
            Object own = stays.get(field.name());
            List<Object> others = all.stream()
                    .map(one -> one.get(field.name()))
                    .filter(other -> !leadsBack(type, field, other, ids))
                    .toList();
            Object whole = whole(field, own, others);
            if (whole != null && !whole.equals(own)) {
                values.put(field.name(), whole);
            }
        }
        return values;
    }

    private boolean isWritable(String entity, FieldType field) {
        return !field.flags().readOnly() && rights.field(callers.current(), entity, field.name()) == Access.WRITE;
    }

    private Object whole(FieldType field, Object own, List<Object> others) {
        if (field.isParts()) {
            return parts(types.get(field.part()), own, others);
        }
        if (field.kind().equals(Kind.MULTIPICK)) {
            Set<Object> codes = new LinkedHashSet<>(list(own));
            others.forEach(other -> codes.addAll(list(other)));
            return codes.isEmpty() ? own : List.copyOf(codes);
        }
        return own != null && !own.equals("")
                ? own
                : others.stream()
                        .filter(other -> other != null && !other.equals(""))
                        .filter(this::isSeen)
                        .findFirst()
                        .orElse(own);
    }

    /** One of them, or what stands below one of them: it cannot stand above the record that they become. */
    private boolean leadsBack(EntityType type, FieldType field, Object value, List<Long> ids) {
        return value instanceof Map<?, ?> ref
                && type.name().equals(ref.get("entity"))
                && ancestors.reaches(type, field, Long.parseLong(String.valueOf(ref.get("id"))), Set.copyOf(ids));
    }

    /** What he may not read he cannot refer to. */
    private boolean isSeen(Object value) {
        return !(value instanceof Map<?, ?> ref)
                || queries.one(String.valueOf(ref.get("entity")), Long.parseLong(String.valueOf(ref.get("id"))), ID)
                        .isPresent();
    }

    /** Its own parts, and those of the others that it does not have in the same words. */
    private Object parts(EntityType type, Object own, List<Object> others) {
        List<Object> parts = new ArrayList<>(list(own));
        Set<Object> known = new LinkedHashSet<>();
        parts.forEach(part -> known.add(bare((Map<?, ?>) part)));
        for (Object other : others) {
            for (Object part : list(other)) {
                Map<String, Object> bare = bare((Map<?, ?>) part);
                Map<String, Object> written = written(type, bare);
                if (known.add(bare) && !written.isEmpty()) {
                    parts.add(written);
                }
            }
        }
        return own == null && parts.isEmpty() ? null : parts;
    }

    private Map<String, Object> written(EntityType type, Map<String, Object> part) {
        Map<String, Object> written = new TreeMap<>(part);
        written.keySet().removeIf(name -> type.field(name)
                .filter(field -> isWritable(type.name(), field))
                .isEmpty());
        return written;
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /** A part without what belongs to the machine. */
    static Map<String, Object> bare(Map<?, ?> part) {
        Map<String, Object> bare = new TreeMap<>();
        part.forEach((name, value) -> {
            if (!BOOKKEEPING.contains(String.valueOf(name)) && value != null) {
                bare.put(String.valueOf(name), value);
            }
        });
        return bare;
    }
}
