package org.salacrm.core.record.custom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.entity.CustomFields.NewField;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;

/** Whether a field can be added as described; names every property that is wrong. */
final class NewFieldCheck {
    static final int LONGEST = 4000;
    private static final Set<String> KINDS = Set.of(
            Kind.TEXT,
            Kind.TEXTAREA,
            Kind.EMAIL,
            Kind.PHONE,
            Kind.URL,
            Kind.LINE,
            Kind.TAX_ID,
            Kind.INT,
            Kind.DECIMAL,
            Kind.MONEY,
            Kind.PERCENT,
            Kind.BOOL,
            Kind.DATE,
            Kind.DATETIME,
            Kind.PICK,
            Kind.MULTIPICK,
            Kind.REF);

    private final EntityTypes types;
    private final PickLists pickLists;

    NewFieldCheck(EntityTypes types, PickLists pickLists) {
        this.types = types;
        this.pickLists = pickLists;
    }

    void check(EntityType type, NewField field, Set<String> taken) {
        List<Refusal> refusals = new ArrayList<>();
        if (!type.features().custom() || type.isPart()) {
            refusals.add(new Refusal("", "invalid.field.entity", Map.of("entity", type.name())));
        }
        if (!field.name().matches("[a-z][A-Za-z0-9_]{0,39}")) {
            refusals.add(new Refusal("name", "invalid.field.name", Map.of("value", field.name())));
        } else if (type.field(field.name()).isPresent() || taken.contains(field.name())) {
            refusals.add(new Refusal("name", "invalid.unique", Map.of("value", field.name())));
        }
        if (field.label().th().isBlank() || field.label().en().isBlank()) {
            refusals.add(new Refusal("label", "invalid.required", Map.of()));
        }
        if (!KINDS.contains(field.kind())) {
            refusals.add(new Refusal("kind", "invalid.pick", Map.of("value", field.kind())));
        }
        measures(field, refusals);
        targets(field, refusals);
        if (!refusals.isEmpty()) {
            throw new InvalidRecordException(refusals);
        }
    }

    private static void measures(NewField field, List<Refusal> refusals) {
        if (field.size() < 0 || field.size() > LONGEST) {
            refusals.add(new Refusal("size", "invalid.max", Map.of("max", LONGEST)));
        }
        if (field.scale() < 0 || field.scale() > 6) {
            refusals.add(new Refusal("scale", "invalid.max", Map.of("max", 6)));
        }
    }

    private void targets(NewField field, List<Refusal> refusals) {
        boolean picks = field.kind().equals(Kind.PICK) || field.kind().equals(Kind.MULTIPICK);
        boolean known = !field.pickList().isEmpty()
                && !pickLists.get(field.pickList()).items().isEmpty();
        if (picks && field.options().isEmpty() && !known) {
            refusals.add(new Refusal("pickList", "invalid.required", Map.of()));
        }
        boolean leads =
                types.find(field.ref()).filter(target -> !target.isPart()).isPresent();
        if (field.kind().equals(Kind.REF) && !leads) {
            refusals.add(new Refusal("ref", "invalid.reference", Map.of("entity", field.ref())));
        }
    }
}
