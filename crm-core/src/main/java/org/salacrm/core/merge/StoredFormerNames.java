package org.salacrm.core.merge;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.FormerNames;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Rights;
import org.salacrm.core.record.FormerRows;
import org.salacrm.core.store.Tx;

/** Tells former names with the rights of the caller on the records that have them now, and on the fields. */
@Component
public final class StoredFormerNames implements FormerNames {
    private final EntityTypes types;
    private final Queries queries;
    private final Rights rights;
    private final Callers callers;
    private final FormerRows rows;

    @Activate
    public StoredFormerNames(
            @Reference EntityTypes types,
            @Reference Queries queries,
            @Reference Rights rights,
            @Reference Callers callers,
            @Reference Tx tx) {
        this.types = types;
        this.queries = queries;
        this.rights = rights;
        this.callers = callers;
        this.rows = new FormerRows(tx);
    }

    @Override
    public List<Former> of(String entity, Collection<Long> ids) {
        return rows.of(entity, ids).stream()
                .map(one -> new Former(new Ref(entity, one.into(), ""), readable(entity, one.values())))
                .toList();
    }

    @Override
    public List<Former> named(String entity, String field, Collection<String> values) {
        if (!reads(entity, field)) {
            return List.of();
        }
        List<FormerRows.Former> found = rows.named(entity, field, values);
        Set<Long> ids = found.stream().map(FormerRows.Former::into).collect(Collectors.toSet());
        Map<Long, String> titles = titles(types.get(entity), ids);
        return found.stream()
                .filter(one -> titles.containsKey(one.into()))
                .map(one ->
                        new Former(new Ref(entity, one.into(), titles.get(one.into())), readable(entity, one.values())))
                .toList();
    }

    private Map<Long, String> titles(EntityType type, Set<Long> ids) {
        Map<Long, String> titles = new HashMap<>();
        if (!ids.isEmpty()) {
            queries.each(
                    Query.of(type.name(), type.title()).where(Filter.in("id", List.copyOf(ids))),
                    row -> titles.put(row.id(), title(row.values().get(0))));
        }
        return titles;
    }

    private static String title(Object value) {
        return value instanceof Ref ref ? ref.label() : Objects.toString(value, "");
    }

    private Map<String, String> readable(String entity, Map<String, String> values) {
        Map<String, String> readable = new HashMap<>(values);
        readable.keySet().removeIf(field -> !reads(entity, field));
        return readable;
    }

    private boolean reads(String entity, String field) {
        return rights.field(callers.current(), entity, field) != Access.NONE;
    }
}
