package org.salacrm.core.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Demands what a form demands under a condition, through whatever door a record is written. */
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
                form.when().stream()
                        .filter(when -> lacks(when, change))
                        .forEach(when -> refused.put(when.field(), refusal(when.field())));
            }
        }
        if (!refused.isEmpty()) {
            throw new InvalidRecordException(List.copyOf(refused.values()));
        }
    }

    private static Refusal refusal(String field) {
        return new Refusal(field, "invalid.required", Map.of());
    }

    /** What was in order before a rule came is not refused because of something else being changed. */
    private static boolean lacks(Form.When when, Change change) {
        Condition required = new Condition(change);
        return !when.required().equals(Filter.NONE)
                && change.type().field(when.field()).isPresent()
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
