package org.salacrm.core.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.Form;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.query.Filter;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;
import org.salacrm.api.record.RecordHook;
import org.salacrm.api.security.Caller;

/** Demands and keeps shut what a form does under a condition, through whatever door a record is written. */
@Component
public final class FormRules implements RecordHook {
    private final Registry registry;

    @Activate
    public FormRules(@Reference Registry registry) {
        this.registry = registry;
    }

    @Override
    public String entity() {
        return "*";
    }

    @Override
    public void before(Change change) {
        if (change.kind() == Change.Kind.DELETE) {
            return;
        }
        Map<String, Refusal> refused = new HashMap<>();
        for (Form form : registry.all(Form.class)) {
            if (form.entity().equals(change.type().name())) {
                form.when().forEach(when -> trouble(when, change)
                        .ifPresent(code -> refused.put(when.field(), new Refusal(when.field(), code, Map.of()))));
            }
        }
        if (!refused.isEmpty()) {
            throw new InvalidRecordException(List.copyOf(refused.values()));
        }
    }

    private static Optional<String> trouble(Form.When when, Change change) {
        if (change.type().field(when.field()).isEmpty()) {
            return Optional.empty();
        }
        if (lacks(when, change)) {
            return Optional.of("invalid.required");
        }
        boolean free = !change.chosen(when.field()) || change.caller().kind() == Caller.Kind.SYSTEM;
        if (free) {
            return Optional.empty();
        }
        return fixed(when, change) ? Optional.of("invalid.readOnly") : unseen(when, change);
    }

    /** Whoever changes what it depends on in the same breath may change the field: his form let him. */
    private static boolean fixed(Form.When when, Change change) {
        return change.kind() == Change.Kind.UPDATE
                && !when.readOnly().equals(Filter.NONE)
                && Condition.before(change).holds(when.readOnly())
                && new Condition(change).holds(when.readOnly());
    }

    /** What is not in sight is not filled in; emptying it, as taking a mark away, is in order. */
    private static Optional<String> unseen(Form.When when, Change change) {
        Object value = change.value(when.field()).orElse(null);
        boolean filled = !Same.isEmpty(value) && !Boolean.FALSE.equals(value);
        return filled && !new Condition(change).holds(when.visible())
                ? Optional.of("invalid.unseen")
                : Optional.empty();
    }

    /** What was in order before a rule came is not refused because of something else being changed. */
    private static boolean lacks(Form.When when, Change change) {
        Condition required = new Condition(change);
        return !when.required().equals(Filter.NONE)
                && Same.isEmpty(change.value(when.field()).orElse(null))
                && touches(when, change)
                && required.holds(when.visible())
                && required.holds(when.required());
    }

    private static boolean touches(Form.When when, Change change) {
        Set<String> deciding = new TreeSet<>(Set.of(when.field()));
        Condition.fields(when.required(), deciding);
        Condition.fields(when.visible(), deciding);
        return change.kind() == Change.Kind.CREATE || deciding.stream().anyMatch(change::changed);
    }
}
