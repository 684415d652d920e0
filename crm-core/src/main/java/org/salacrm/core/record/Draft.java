package org.salacrm.core.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.model.CrmRecord;
import org.salacrm.api.record.Change;
import org.salacrm.api.security.Caller;

/** One record between what it was and what it is about to be. Parts are lists of maps of typed values with their id. */
final class Draft implements Change {

    /** Gives the stored value of a field that was not read with the record: parts, custom fields. */
    interface Loader {
        Object load(FieldType field);
    }

    /** How values given by code are made typed: scalars and parts. */
    interface Coding {
        Object typed(Draft draft, FieldType field, Object value);
    }

    private final Kind kind;
    private final EntityType type;
    private final CrmRecord record;
    private final Context context;
    private final Map<String, Object> old;
    private final Map<String, Object> now = new LinkedHashMap<>();
    private final Set<String> chosen = new HashSet<>();
    private final Refusals refusals = new Refusals();

    /** Where a draft comes from. */
    record Context(Caller caller, String cause, Loader loader, Coding coding) {}

    Draft(Kind kind, EntityType type, CrmRecord record, Map<String, Object> old, Context context) {
        this.kind = kind;
        this.type = type;
        this.record = record;
        this.old = new HashMap<>(old);
        this.context = context;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public EntityType type() {
        return type;
    }

    @Override
    public long id() {
        return record.getId();
    }

    CrmRecord record() {
        return record;
    }

    @Override
    public Caller caller() {
        return context.caller();
    }

    @Override
    public String cause() {
        return context.cause();
    }

    Refusals refusals() {
        return refusals;
    }

    @Override
    public Optional<Object> value(String field) {
        return Optional.ofNullable(now.containsKey(field) ? now.get(field) : stored(known(field)));
    }

    @Override
    public Optional<Object> old(String field) {
        return Optional.ofNullable(stored(known(field)));
    }

    /** The parts as they will be. */
    List<Map<String, Object>> parts(String field) {
        return list(value(field));
    }

    /** The parts as they were. */
    List<Map<String, Object>> oldParts(String field) {
        return list(old(field));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Optional<Object> parts) {
        return (List<Map<String, Object>>) parts.orElse(List.of());
    }

    @Override
    public boolean changed(String field) {
        return now.containsKey(field);
    }

    @Override
    public Set<String> changed() {
        return Set.copyOf(now.keySet());
    }

    @Override
    public void set(String field, Object value) {
        FieldType known = known(field);
        try {
            put(known, context.coding().typed(this, known, value));
        } catch (RefusedValue e) {
            refusals.add(field, e);
        }
    }

    /** Takes a typed value; one that equals the stored value is no change. */
    void put(FieldType field, Object typed) {
        boolean overDefault = kind == Kind.CREATE && now.containsKey(field.name());
        if (Same.same(typed, stored(field)) && !overDefault) {
            now.remove(field.name());
        } else {
            now.put(field.name(), typed);
        }
    }

    /** Takes a typed value that the caller himself chose. */
    void choose(FieldType field, Object typed) {
        put(field, typed);
        chosen.add(field.name());
    }

    /** What the caller chose himself must lie within what he may see. */
    @Override
    public boolean chosen(String field) {
        return chosen.contains(field);
    }

    /** The changed values by field, in the order in which they were set. */
    Map<String, Object> changes() {
        return now;
    }

    private Object stored(FieldType field) {
        if (kind == Kind.CREATE) {
            return null;
        }
        if (!old.containsKey(field.name())) {
            old.put(field.name(), context.loader().load(field));
        }
        return old.get(field.name());
    }

    private FieldType known(String field) {
        return type.field(field)
                .orElseThrow(() -> new IllegalArgumentException(type.name() + " has no field " + field));
    }
}
