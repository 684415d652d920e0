package org.salacrm.core.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.Erasure;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.job.JobKind;
import org.salacrm.api.message.Messages;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.Records;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.core.record.Writes;

/**
 * Erases a person: parameters {@code entity}, {@code id} and {@code reason}, which his history keeps. Each record is
 * erased in transactions of its own, and what is erased is so when it is done again: cut off, it begins anew.
 */
@Component(service = JobKind.class)
public class ErasureJob implements JobKind {
    private static final String CAUSE = "erase";
    private static final int LONGEST_REASON = 110;
    /** What every record has, of whomever it tells. */
    private static final Set<String> SYSTEM =
            Set.of("id", "version", "owner", "team", "createdAt", "createdBy", "modifiedAt", "modifiedBy");

    private final People people;
    private final Fates fates;
    private final Forgetting forgetting;
    private final Records records;
    private final Writes writes;
    private final Queries queries;
    private final EntityTypes types;
    private final Callers callers;
    private final Messages messages;

    @Activate
    public ErasureJob(
            @Reference People people,
            @Reference Fates fates,
            @Reference Forgetting forgetting,
            @Reference Records records,
            @Reference Writes writes,
            @Reference Queries queries,
            @Reference EntityTypes types,
            @Reference Callers callers,
            @Reference Messages messages) {
        this.people = people;
        this.fates = fates;
        this.forgetting = forgetting;
        this.records = records;
        this.writes = writes;
        this.queries = queries;
        this.types = types;
        this.callers = callers;
        this.messages = messages;
    }

    private record Wish(String entity, long id, String reason) {
        static Wish of(Map<String, Object> parameters) {
            String reason =
                    String.valueOf(parameters.getOrDefault("reason", "")).strip();
            if (reason.isEmpty()) {
                throw new InvalidRecordException("reason", "invalid.required");
            }
            try {
                return new Wish(
                        String.valueOf(parameters.get("entity")),
                        Long.parseLong(String.valueOf(parameters.get("id"))),
                        reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
            } catch (NumberFormatException e) {
                throw new MalformedQueryException("id", "whom?");
            }
        }
    }

    @Override
    public String kind() {
        return CAUSE;
    }

    @Override
    public void check(Map<String, Object> parameters) {
        allowed(Wish.of(parameters));
    }

    private Caller allowed(Wish wish) {
        Caller all = people.permitted(wish.entity(), wish.id(), wish.reason());
        callers.as(all, () -> isOnlyHimself(wish));
        return all;
    }

    /** Whoever became another record is erased with that one, or half of him would stay. */
    private boolean isOnlyHimself(Wish wish) {
        EntityType type = types.get(wish.entity());
        for (FieldType field : type.fields()) {
            boolean person = field.isRef() && people.are(field.ref());
            if (person && value(wish, field) instanceof Ref other) {
                throw new InvalidRecordException(List.of(new InvalidRecordException.Refusal(
                        field.name(), "erase.other", Map.of("name", other.label()))));
            }
        }
        return true;
    }

    private Object value(Wish wish, FieldType field) {
        Row row = queries.one(wish.entity(), wish.id(), List.of(field.name()))
                .orElseThrow(() -> new AbsentRecordException(wish.entity(), wish.id()));
        return row.values().get(0);
    }

    @Override
    public Map<String, Object> run(Map<String, Object> parameters, Progress progress) {
        Wish wish = Wish.of(parameters);
        return callers.as(allowed(wish), () -> erase(wish, progress));
    }

    private Map<String, Object> erase(Wish wish, Progress progress) {
        long erased = 0;
        for (Fates.Fate fate : fates.of(wish.entity(), wish.id())) {
            if (!fate.way().equals(Erasure.KEEP)) {
                String entity = fate.records().entity();
                List<Long> ids = new ArrayList<>();
                queries.each(fate.records(), row -> ids.add(row.id()));
                for (long id : ids) {
                    one(types.get(entity), id, fate.erasure().orElseThrow());
                    progress.report(++erased, 0);
                }
                records.transaction(() -> {
                    forgetting.deleted(entity, wish.entity(), wish.id());
                    return entity;
                });
            }
        }
        return Map.of("records", erased);
    }

    /** The second transaction takes away what the first has told the history. */
    private void one(EntityType type, long id, Erasure erasure) {
        if (erasure.way().equals(Erasure.DELETE)) {
            records.delete(type.name(), id, Records.ANY_VERSION);
        } else {
            writes.because(
                    CAUSE, () -> writes.update(type.name(), id, Records.ANY_VERSION, Map.of(), emptied(type, erasure)));
        }
        records.transaction(() -> {
            forgetting.about(type.name(), id);
            return id;
        });
    }

    private Map<String, Object> emptied(EntityType type, Erasure erasure) {
        Map<String, Object> values = new HashMap<>();
        for (FieldType field : type.fields()) {
            if (field.name().equals(type.title())) {
                String language = callers.current().language();
                values.put(field.name(), messages.text("erase.name").in(language));
            } else if (!SYSTEM.contains(field.name()) && !erasure.keeps().contains(field.name()) && canBeEmpty(field)) {
                values.put(field.name(), field.isParts() ? List.of() : null);
            }
        }
        return values;
    }

    /** Yes or no of the product's own says nothing of a person; what stays empty is none of his either. */
    private static boolean canBeEmpty(FieldType field) {
        FieldType.Flags flags = field.flags();
        boolean own = !flags.custom() && field.kind().equals(Kind.BOOL);
        return !flags.required() && !flags.hidden() && !own;
    }
}
