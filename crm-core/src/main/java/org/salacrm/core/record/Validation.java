package org.salacrm.core.record;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.record.Change;
import org.salacrm.api.security.Caller;

/** Checks what a field's metadata demands of its value: of all fields of a new record, of the changed ones later. */
final class Validation {
    private final EntityTypes types;
    private final PickLists pickLists;

    Validation(EntityTypes types, PickLists pickLists) {
        this.types = types;
        this.pickLists = pickLists;
    }

    /** Tells the draft's refusals what is wrong; what only the database knows is left to the lookups. */
    void check(Draft draft, Lookups lookups) {
        for (FieldType field : draft.type().fields()) {
            boolean due = draft.kind() == Change.Kind.CREATE || draft.changed(field.name());
            if (due && !field.flags().hidden() && !Beans.isSystem(field)) {
                Object value = draft.value(field.name()).orElse(null);
                Subject subject = new Subject(draft, draft.type(), field.name(), draft.id(), key -> other(draft, key));
                check(subject, field, value, draft.old(field.name()).orElse(null), lookups);
            }
        }
    }

    private static Object other(Draft draft, String field) {
        return draft.value(field).orElse(null);
    }

    /** What is being checked. @param partner gives the value of another field of the same record or part */
    private record Subject(Draft draft, EntityType type, String path, long id, Function<String, Object> partner) {}

    private void check(Subject subject, FieldType field, Object value, Object old, Lookups lookups) {
        Refusals refusals = subject.draft().refusals();
        if (refusals.has(subject.path())) {
            return;
        }
        if (Same.isEmpty(value)) {
            if (field.flags().required()) {
                refusals.add(subject.path(), "invalid.required", Map.of());
            }
            return;
        }
        try {
            if (field.isParts()) {
                checkParts(subject, field, value, old, lookups);
            } else if (!Same.same(value, old)) {
                checkValue(subject, field, value, old, lookups);
            }
        } catch (RefusedValue e) {
            refusals.add(subject.path(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private void checkParts(Subject subject, FieldType field, Object value, Object old, Lookups lookups) {
        EntityType type = types.get(field.part());
        Map<Object, Map<String, Object>> before = new HashMap<>();
        if (old != null) {
            ((List<Map<String, Object>>) old).forEach(part -> before.put(part.get("id"), part));
        }
        int index = 0;
        for (Map<String, Object> part : (List<Map<String, Object>>) value) {
            String path = subject.path() + "[" + index++ + "].";
            Map<String, Object> partBefore = before.getOrDefault(part.get("id"), Map.of());
            for (FieldType partField : type.fields()) {
                if (!partField.flags().hidden() && !Beans.isSystem(partField)) {
                    Subject partSubject = new Subject(
                            subject.draft(), type, path + partField.name(), (Long) part.get("id"), part::get);
                    check(
                            partSubject,
                            partField,
                            part.get(partField.name()),
                            partBefore.get(partField.name()),
                            lookups);
                }
            }
        }
    }

    private void checkValue(Subject subject, FieldType field, Object value, Object old, Lookups lookups) {
        if (value instanceof Number number && !field.isRef()) {
            checkRange(field, new BigDecimal(number.toString()));
        }
        if (!field.pickList().isEmpty()) {
            checkPick(field, (String) value, old);
        }
        Lookups.Place place = new Lookups.Place(subject.draft().refusals(), subject.path());
        if (field.isRef()) {
            checkReference(subject, place, field, (Long) value, lookups);
        }
        if (field.flags().unique()) {
            lookups.unique(place, subject.type(), field, value, subject.id());
        }
    }

    private static void checkRange(FieldType field, BigDecimal number) {
        if (!field.min().isEmpty() && number.compareTo(new BigDecimal(field.min())) < 0) {
            throw new RefusedValue("invalid.min", Map.of("min", field.min()));
        }
        if (!field.max().isEmpty() && number.compareTo(new BigDecimal(field.max())) > 0) {
            throw new RefusedValue("invalid.max", Map.of("max", field.max()));
        }
    }

    /** A code put out of use may stay but not be chosen anew. */
    private void checkPick(FieldType field, String value, Object old) {
        PickList list = pickLists.get(field.pickList());
        boolean several = field.kind().equals(Kind.MULTIPICK);
        List<String> before = old == null ? List.of() : several ? Values.codesOf((String) old) : List.of((String) old);
        for (String code : several ? Values.codesOf(value) : List.of(value)) {
            Optional<PickList.Item> item = list.item(code);
            if (!before.contains(code) && (item.isEmpty() || !item.get().active())) {
                throw new RefusedValue("invalid.pick", Map.of("value", TextKinds.shown(code)));
            }
        }
    }

    private static Lookups.Need need(FieldType field, boolean chosen) {
        if (!chosen) {
            return Lookups.Need.NOTHING;
        }
        return field.ref().equals("*") ? Lookups.Need.APPEND : Lookups.Need.READ;
    }

    private void checkReference(Subject subject, Lookups.Place place, FieldType field, long id, Lookups lookups) {
        Object named = field.ref().equals("*") ? subject.partner().apply(field.refType()) : field.ref();
        Optional<EntityType> target = named == null ? Optional.empty() : types.find(named.toString());
        if (target.isEmpty() || target.get().isPart()) {
            throw new RefusedValue("invalid.reference", Map.of("entity", named == null ? "" : named));
        }
        Caller caller = subject.draft().caller();
        boolean himself = target.get().name().equals("user") && id == caller.user();
        boolean ownTeam = target.get().name().equals("team") && caller.teams().contains(id);
        // A new user belongs to himself: what is being written leads somewhere although no row is there yet.
        boolean itself = id == subject.draft().id()
                && target.get().equals(subject.draft().type());
        boolean stored = subject.draft().kind() == Change.Kind.UPDATE; // nothing stands below a new record yet
        if (Ancestors.isTree(subject.type(), field) && (stored || itself)) {
            lookups.below(place, subject.type(), field, subject.id(), id);
        }
        if (!himself && !ownTeam && !itself) {
            String top = subject.path().replaceAll("\\[.*", "");
            lookups.reference(
                    place, target.get(), id, need(field, subject.draft().chosen(top)));
        }
    }
}
