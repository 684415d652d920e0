package org.salacrm.core.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.job.Undos;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Rights;
import org.salacrm.core.record.Kept;
import org.salacrm.core.record.Since;

/** Tells of writes that are not undone what they made and what is there now, as far as the caller may read it. */
@Component(service = LeftRecords.class)
public class LeftRecords {
    private final EntityTypes types;
    private final Queries queries;
    private final Callers callers;
    private final Rights rights;
    private final Since since;

    @Activate
    public LeftRecords(
            @Reference EntityTypes types,
            @Reference Queries queries,
            @Reference Callers callers,
            @Reference Rights rights,
            @Reference Since since) {
        this.types = types;
        this.queries = queries;
        this.callers = callers;
        this.rights = rights;
        this.since = since;
    }

    List<Undos.Left> of(List<Kept> steps) {
        Names names = new Names();
        return steps.stream().map(step -> left(step, names)).toList();
    }

    /** What people call records, asked for once each. */
    private final class Names {
        private final Map<String, String> known = new HashMap<>();

        String of(String entity, long id) {
            return known.computeIfAbsent(entity + "/" + id, key -> types.find(entity)
                    .flatMap(type -> queries.one(entity, id, List.of(type.title())))
                    .map(row -> row.values().get(0))
                    .map(String::valueOf)
                    .orElse(""));
        }
    }

    private Undos.Left left(Kept step, Names names) {
        if (step.verb().equals(UndoRows.PICK)) {
            String code = step.fields().get(0).name();
            return new Undos.Left(
                    step.step(), step.entity(), 0, code, step.verb(), Optional.empty(), Optional.empty(), List.of());
        }
        Optional<Since.Last> last = since.last(step.entity(), step.record());
        return new Undos.Left(
                step.step(),
                step.entity(),
                step.record(),
                names.of(step.entity(), step.record()),
                step.verb(),
                last.filter(one -> one.user() != 0)
                        .map(one -> new Ref("user", one.user(), names.of("user", one.user()))),
                last.map(Since.Last::at),
                types.find(step.entity()).map(type -> fields(type, step, names)).orElse(List.of()));
    }

    private List<Undos.Field> fields(EntityType type, Kept step, Names names) {
        List<Kept.Field> readable = step.fields().stream()
                .filter(kept -> kept.chosen() && type.field(kept.name()).isPresent())
                .filter(kept -> mayRead(type, kept.name()))
                .toList();
        List<String> wanted = readable.stream().map(Kept.Field::name).toList();
        Optional<Row> row = wanted.isEmpty() ? Optional.empty() : queries.one(type.name(), step.record(), wanted);
        List<Undos.Field> fields = new ArrayList<>();
        for (int i = 0; row.isPresent() && i < wanted.size(); i++) {
            FieldType field = type.byName().get(wanted.get(i));
            fields.add(new Undos.Field(
                    field.name(),
                    Optional.ofNullable(shown(field, readable.get(i).before(), names)),
                    Optional.ofNullable(shown(field, readable.get(i).made(), names)),
                    Optional.ofNullable(shown(field, row.get().values().get(i), names))));
        }
        return fields;
    }

    private boolean mayRead(EntityType type, String field) {
        return rights.field(callers.current(), type.name(), field) != Access.NONE;
    }

    /** As a history tells it; of a list of parts only how many they are. */
    private static Object shown(FieldType field, Object value, Names names) {
        if (value instanceof List<?> parts) {
            return BigDecimal.valueOf(parts.size());
        }
        if (value == null || value instanceof Ref) {
            return value;
        }
        if (field.isRef()) {
            boolean whole = value instanceof Map<?, ?>;
            String entity = whole ? String.valueOf(((Map<?, ?>) value).get("entity")) : field.ref();
            long id = Long.parseLong(String.valueOf(whole ? ((Map<?, ?>) value).get("id") : value));
            return new Ref(entity, id, names.of(entity, id));
        }
        boolean number = value instanceof String && Number.class.isAssignableFrom(field.javaType());
        return number ? new BigDecimal((String) value) : value instanceof Number ? value : plain(value);
    }

    private static Object plain(Object value) {
        return value instanceof Boolean ? value : value.toString();
    }
}
