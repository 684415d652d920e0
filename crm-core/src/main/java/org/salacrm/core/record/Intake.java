package org.salacrm.core.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.Ref;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Rights;

/** Takes values into a draft: those a caller chose within his field rights, those of code as they are. Thread-safe. */
final class Intake implements Draft.Coding {
    private final Rights rights;
    private final PartValues parts;

    private static final PartValues.Giver CODE = new PartValues.Giver() {
        @Override
        public Access access(EntityType part, FieldType field) {
            return Access.WRITE;
        }

        @Override
        public boolean isCode() {
            return true;
        }
    };

    Intake(Rights rights, PartValues parts) {
        this.rights = rights;
        this.parts = parts;
    }

    /** Values by name that the caller chose. */
    void choose(Draft draft, Map<String, ?> values) {
        for (Map.Entry<String, ?> given : values.entrySet()) {
            String name = given.getKey();
            FieldType field = draft.type().byName().get(name);
            Access access = field == null ? Access.NONE : access(draft.caller(), draft.type(), field);
            if (access == Access.NONE) {
                draft.refusals().add(name, "invalid.unknown", Map.of("field", TextKinds.shown(name)));
                continue;
            }
            try {
                Object typed = field.isParts()
                        ? parts.read(draft, field, given.getValue(), chooser(draft.caller()))
                        : Values.typed(field, given.getValue(), false);
                if (!Same.same(typed, draft.value(name).orElse(null))) {
                    if (access != Access.WRITE) {
                        throw new RefusedValue("invalid.readOnly");
                    }
                    draft.choose(field, typed);
                    chooseType(draft, field, given.getValue());
                }
            } catch (RefusedValue e) {
                draft.refusals().add(name, e);
            }
        }
    }

    /** Values by name that a definition sets. */
    void set(Draft draft, Map<String, ?> values) {
        values.forEach((name, value) -> {
            draft.set(name, value);
            draft.type().field(name).ifPresent(field -> chooseType(draft, field, value));
        });
    }

    /**
     * What a write changed, as it was before; what is another one by now stays, except some.
     *
     * @return what stays although somebody chose it
     */
    List<Kept.Field> putBack(Draft draft, List<Kept.Field> fields, Set<String> anyway) {
        List<Kept.Field> left = new ArrayList<>();
        for (Kept.Field kept : fields) {
            FieldType field = draft.type().byName().get(kept.name());
            if (field == null) {
                continue; // the company had it once
            }
            Object now = PlainForm.of(field, name -> draft.old(name).orElse(null));
            boolean same = Objects.equals(now, kept.made()) || anyway.contains(kept.name());
            if (same && kept.chosen()) {
                chooseBack(draft, field, kept.before());
            } else if (same) {
                set(draft, Collections.singletonMap(kept.name(), kept.before()));
            } else if (kept.chosen() && !Objects.equals(now, kept.before())) {
                left.add(kept);
            }
        }
        return left;
    }

    /** Parts that are gone come back under their old ids, so they are taken as code gives them. */
    private void chooseBack(Draft draft, FieldType field, Object before) {
        Map<String, Object> values = Collections.singletonMap(field.name(), before);
        if (field.isParts() && access(draft.caller(), draft.type(), field) == Access.WRITE) {
            set(draft, values);
        } else {
            choose(draft, values);
        }
    }

    @Override
    public Object typed(Draft draft, FieldType field, Object value) {
        return field.isParts() ? parts.read(draft, field, value, CODE) : Values.typed(field, value, true);
    }

    /** A reference to anything that is given with its entity sets both of its fields. */
    private static void chooseType(Draft draft, FieldType field, Object raw) {
        Object entity = raw instanceof Ref ref ? ref.entity() : raw instanceof Map<?, ?> map ? map.get("entity") : null;
        if (field.ref().equals("*") && entity instanceof String name) {
            draft.type().field(field.refType()).ifPresent(partner -> draft.put(partner, name));
        }
    }

    /** Read-only fields are at most readable; what is hidden does not exist. */
    private Access access(Caller caller, EntityType type, FieldType field) {
        if (field.flags().hidden()) {
            return Access.NONE;
        }
        Access given = rights.field(caller, type.name(), field.name());
        return field.flags().readOnly() && given == Access.WRITE ? Access.READ : given;
    }

    private PartValues.Giver chooser(Caller caller) {
        return new PartValues.Giver() {
            @Override
            public Access access(EntityType part, FieldType field) {
                return Intake.this.access(caller, part, field);
            }

            @Override
            public boolean isCode() {
                return false;
            }
        };
    }
}
